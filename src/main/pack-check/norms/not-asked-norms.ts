import { notAsked, type NormCheck } from './answer.ts'

/** N23: exhibits as separate files. */
export const n23SeparateFiles: NormCheck = () => notAsked('N23', 'one-file')

/** N27: a core of at most 20 pages, where one was asked for. */
export const n27CorePack: NormCheck = () => notAsked('N27', 'whole-dossier')
