import type { AnswerOf, AttachRequest, Notices, RequestName, RequestOf } from './contract.ts'

type Ask<Name extends RequestName> = (request: RequestOf<Name>) => Promise<AnswerOf<Name>>
type AskNothing<Name extends RequestName> = () => Promise<AnswerOf<Name>>
type Listen<Notice> = (listener: (notice: Notice) => void) => () => void

/**
 * Everything the page can do outside itself: one deed each, as the preload offers it on `window.bridge`.
 * `DroppedFile` is the DOM's `File`, which these layers do not know.
 */
export interface Bridge<DroppedFile> {
  readonly aboutApp: AskNothing<'app:about'>
  readonly showVault: AskNothing<'app:show-vault'>
  readonly settled: AskNothing<'app:settled'>
  readonly readSettings: AskNothing<'settings:read'>
  readonly saveSettings: Ask<'settings:save'>
  readonly listLawRules: AskNothing<'law:list'>
  readonly listOperators: AskNothing<'operator:list'>
  readonly editOperator: Ask<'operator:edit'>
  readonly addOperator: Ask<'operator:add'>
  readonly removeOperator: Ask<'operator:remove'>
  readonly exportOperator: Ask<'operator:export'>
  readonly importOperator: AskNothing<'operator:import'>
  readonly confirmOperatorImport: Ask<'operator:confirm-import'>

  readonly listDossiers: AskNothing<'dossier:list'>
  readonly summariseDossiers: Ask<'dossier:summarise'>
  readonly readDossier: Ask<'dossier:read'>
  readonly createDossier: Ask<'dossier:create'>
  readonly editDossier: Ask<'dossier:edit'>
  readonly takeOperatorData: Ask<'dossier:take-operator-data'>
  readonly openSample: AskNothing<'dossier:open-sample'>
  readonly destroyDossier: Ask<'dossier:destroy'>
  readonly exportFolder: Ask<'dossier:export-folder'>
  readonly importFolder: AskNothing<'dossier:import-folder'>

  readonly chooseFiles: Ask<'exhibit:choose-files'>
  /** Takes what was dropped or pasted as files. The page never sees their paths. */
  readonly attachFiles: (
    request: AttachRequest,
    files: readonly DroppedFile[]
  ) => Promise<AnswerOf<'exhibit:attach'>>
  readonly pastePicture: (request: AttachRequest, picture: DroppedFile) => Promise<AnswerOf<'exhibit:paste'>>
  /** A pasted file lies on a disk; a pasted picture does not. */
  readonly isOnDisk: (file: DroppedFile) => boolean
  readonly cancelAttach: Ask<'exhibit:cancel-attach'>
  readonly openExhibit: Ask<'exhibit:open'>
  readonly closeExhibit: Ask<'exhibit:close'>
  readonly showOriginal: Ask<'exhibit:show-original'>
  readonly saveCopy: Ask<'exhibit:save-copy'>
  readonly verifyExhibit: Ask<'exhibit:verify'>

  readonly chooseStatement: AskNothing<'statement:choose'>
  readonly previewStatement: Ask<'statement:preview'>
  readonly proposeEntries: Ask<'statement:propose'>
  readonly keepStatement: Ask<'statement:keep'>
  readonly closeStatement: Ask<'statement:close'>

  readonly saveCalendar: Ask<'due:save-calendar'>
  readonly notifyDue: Ask<'due:notify'>

  readonly choosePackTarget: Ask<'pack:choose-target'>
  readonly listRecipients: AskNothing<'recipient:list'>
  readonly addRecipient: Ask<'recipient:add'>
  readonly changeRecipient: Ask<'recipient:change'>
  readonly removeRecipient: Ask<'recipient:remove'>

  readonly exportPack: Ask<'pack:export'>
  readonly previewPack: Ask<'pack:preview'>
  readonly estimatePack: Ask<'pack:estimate'>
  readonly checkPack: Ask<'pack:check'>
  readonly cancelPack: Ask<'pack:cancel'>
  readonly openPack: Ask<'pack:open-file'>
  readonly showPackInFolder: Ask<'pack:show-in-folder'>

  readonly onClosing: Listen<Notices['app:closing']>
  readonly onDueOpened: Listen<Notices['due:opened']>
  readonly onIntakeProgress: Listen<Notices['intake:progress']>
  readonly onPackProgress: Listen<Notices['pack:progress']>
}
