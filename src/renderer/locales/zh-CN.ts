import failure from '../../shared/locales/zh-CN.json'
import app from './zh-CN/app.json'
import command from './zh-CN/command.json'
import contacts from './zh-CN/contacts.json'
import delivery from './zh-CN/delivery.json'
import dossier from './zh-CN/dossier.json'
import due from './zh-CN/due.json'
import edit from './zh-CN/edit.json'
import exhibit from './zh-CN/exhibit.json'
import field from './zh-CN/field.json'
import forms from './zh-CN/forms.json'
import home from './zh-CN/home.json'
import intake from './zh-CN/intake.json'
import ledger from './zh-CN/ledger.json'
import operator from './zh-CN/operator.json'
import message from './zh-CN/message.json'
import norm from '../../shared/locales/norm/zh-CN.json'
import pack from './zh-CN/pack.json'
import packCheck from './zh-CN/pack-check.json'
import packForm from './zh-CN/pack-form.json'
import packPassword from './zh-CN/pack-password.json'
import precaution from './zh-CN/precaution.json'
import proof from './zh-CN/proof.json'
import step from './zh-CN/step.json'
import readiness from './zh-CN/readiness.json'
import recipient from './zh-CN/recipient.json'
import service from './zh-CN/service.json'
import settings from './zh-CN/settings.json'
import statement from './zh-CN/statement.json'
import timeline from './zh-CN/timeline.json'
import welcome from './zh-CN/welcome.json'

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
