/** The bytes that came are not the bytes the dossier names: changed, cut or unreadable. */
export class OriginalChanged extends Error {}
