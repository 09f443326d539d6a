import failure from '../../shared/locales/en.json'
import app from './en/app.json'
import dossier from './en/dossier.json'
import exhibit from './en/exhibit.json'
import field from './en/field.json'
import home from './en/home.json'
import intake from './en/intake.json'
import pack from './en/pack.json'
import part from './en/part.json'
import settings from './en/settings.json'

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
