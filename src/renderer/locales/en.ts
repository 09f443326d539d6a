import failure from '../../shared/locales/en.json'
import app from './en/app.json'
import contacts from './en/contacts.json'
import dossier from './en/dossier.json'
import exhibit from './en/exhibit.json'
import field from './en/field.json'
import home from './en/home.json'
import intake from './en/intake.json'
import ledger from './en/ledger.json'
import pack from './en/pack.json'
import part from './en/part.json'
import readiness from './en/readiness.json'
import settings from './en/settings.json'
import timeline from './en/timeline.json'

/** Every text of the screen in this language, one namespace a file. */
export const messages = {
  ...failure,
  ...app,
  ...contacts,
  ...dossier,
  ...exhibit,
  ...field,
  ...home,
  ...intake,
  ...ledger,
  ...pack,
  ...part,
  ...readiness,
  ...settings,
  ...timeline
}
