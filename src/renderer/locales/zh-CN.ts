import failure from '../../shared/locales/zh-CN.json'
import app from './zh-CN/app.json'
import dossier from './zh-CN/dossier.json'
import exhibit from './zh-CN/exhibit.json'
import field from './zh-CN/field.json'
import home from './zh-CN/home.json'
import intake from './zh-CN/intake.json'
import pack from './zh-CN/pack.json'
import part from './zh-CN/part.json'
import settings from './zh-CN/settings.json'

/** Every text of the screen in this language, one namespace a file. */
export const messages = {
  ...failure,
  ...app,
  ...dossier,
  ...exhibit,
  ...field,
  ...home,
  ...intake,
  ...pack,
  ...part,
  ...settings
}
