import failure from '../../shared/locales/en.json'
import app from './en/app.json'
import command from './en/command.json'
import contacts from './en/contacts.json'
import dossier from './en/dossier.json'
import edit from './en/edit.json'
import exhibit from './en/exhibit.json'
import field from './en/field.json'
import forms from './en/forms.json'
import home from './en/home.json'
import intake from './en/intake.json'
import ledger from './en/ledger.json'
import pack from './en/pack.json'
import step from './en/step.json'
import readiness from './en/readiness.json'
import settings from './en/settings.json'
import timeline from './en/timeline.json'
import welcome from './en/welcome.json'

/** Every text of the screen in this language, one namespace a file. */
export const messages = {
  ...failure,
  ...app,
  ...command,
  ...contacts,
  ...dossier,
  ...edit,
  ...exhibit,
  ...field,
  ...forms,
  ...home,
  ...intake,
  ...ledger,
  ...pack,
  ...step,
  ...readiness,
  ...settings,
  ...timeline,
  ...welcome
}
