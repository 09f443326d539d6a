import failure from '../../shared/locales/ru.json'
import app from './ru/app.json'
import contacts from './ru/contacts.json'
import dossier from './ru/dossier.json'
import exhibit from './ru/exhibit.json'
import field from './ru/field.json'
import home from './ru/home.json'
import intake from './ru/intake.json'
import ledger from './ru/ledger.json'
import pack from './ru/pack.json'
import part from './ru/part.json'
import readiness from './ru/readiness.json'
import settings from './ru/settings.json'
import timeline from './ru/timeline.json'

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
