import { notAsked, type NormCheck } from './answer.ts'

/** N23: exhibits as separate files. */
export const n23SeparateFiles: NormCheck = () => notAsked('N23', 'one-file')
