import failure from '../../shared/locales/ru.json'
import app from './ru/app.json'
import command from './ru/command.json'
import contacts from './ru/contacts.json'
import delivery from './ru/delivery.json'
import dossier from './ru/dossier.json'
import due from './ru/due.json'
import edit from './ru/edit.json'
import exhibit from './ru/exhibit.json'
import field from './ru/field.json'
import forms from './ru/forms.json'
import home from './ru/home.json'
import intake from './ru/intake.json'
import ledger from './ru/ledger.json'
import operator from './ru/operator.json'
import message from './ru/message.json'
import norm from '../../shared/locales/norm/ru.json'
import pack from './ru/pack.json'
import packCheck from './ru/pack-check.json'
import packForm from './ru/pack-form.json'
import packPassword from './ru/pack-password.json'
import precaution from './ru/precaution.json'
import proof from './ru/proof.json'
import step from './ru/step.json'
import readiness from './ru/readiness.json'
import recipient from './ru/recipient.json'
import service from './ru/service.json'
import settings from './ru/settings.json'
import statement from './ru/statement.json'
import timeline from './ru/timeline.json'
import welcome from './ru/welcome.json'

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
