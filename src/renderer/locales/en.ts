import failure from '../../shared/locales/en.json'
import app from './en/app.json'
import command from './en/command.json'
import contacts from './en/contacts.json'
import delivery from './en/delivery.json'
import dossier from './en/dossier.json'
import due from './en/due.json'
import edit from './en/edit.json'
import exhibit from './en/exhibit.json'
import field from './en/field.json'
import forms from './en/forms.json'
import home from './en/home.json'
import intake from './en/intake.json'
import ledger from './en/ledger.json'
import operator from './en/operator.json'
import message from './en/message.json'
import norm from '../../shared/locales/norm/en.json'
import pack from './en/pack.json'
import packCheck from './en/pack-check.json'
import packForm from './en/pack-form.json'
import packPassword from './en/pack-password.json'
import precaution from './en/precaution.json'
import proof from './en/proof.json'
import step from './en/step.json'
import readiness from './en/readiness.json'
import recipient from './en/recipient.json'
import service from './en/service.json'
import settings from './en/settings.json'
import statement from './en/statement.json'
import timeline from './en/timeline.json'
import welcome from './en/welcome.json'

/** Every text of the screen in this language, one namespace a file. */
export const messages = {
  ...failure,
  ...app,
  ...command,
  ...contacts,
  ...delivery,
  ...dossier,
  ...due,
  ...edit,
  ...exhibit,
  ...field,
  ...forms,
  ...home,
  ...intake,
  ...ledger,
  ...operator,
  ...message,
  ...norm,
  ...pack,
  ...packCheck,
  ...packForm,
  ...packPassword,
  ...precaution,
  ...proof,
  ...step,
  ...readiness,
  ...recipient,
  ...service,
  ...settings,
  ...statement,
  ...timeline,
  ...welcome
}
