import failure from '../../shared/locales/zh-CN.json'
import app from './zh-CN/app.json'
import contacts from './zh-CN/contacts.json'
import dossier from './zh-CN/dossier.json'
import exhibit from './zh-CN/exhibit.json'
import field from './zh-CN/field.json'
import home from './zh-CN/home.json'
import intake from './zh-CN/intake.json'
import ledger from './zh-CN/ledger.json'
import pack from './zh-CN/pack.json'
import part from './zh-CN/part.json'
import readiness from './zh-CN/readiness.json'
import settings from './zh-CN/settings.json'
import timeline from './zh-CN/timeline.json'

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
