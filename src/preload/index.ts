import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../shared/bridge/bridge.ts'
import type { AnswerOf, NoticeName, Notices, RequestName, RequestOf } from '../shared/bridge/contract.ts'

function ask<Name extends RequestName>(name: Name) {
  return (request: RequestOf<Name>): Promise<AnswerOf<Name>> => ipcRenderer.invoke(name, request)
}

function askNothing<Name extends RequestName>(name: Name) {
  return (): Promise<AnswerOf<Name>> => ipcRenderer.invoke(name, null)
}

/** The listener never sees the event: through its sender the page would reach every channel. */
function listen<Name extends NoticeName>(name: Name) {
  return (listener: (notice: Notices[Name]) => void): (() => void) => {
    const forward = (_event: unknown, notice: Notices[Name]) => listener(notice)
    ipcRenderer.on(name, forward)
    return () => ipcRenderer.off(name, forward)
  }
}

const bridge: Bridge<File> = {
  aboutApp: askNothing('app:about'),
  showVault: askNothing('app:show-vault'),
  settled: askNothing('app:settled'),
  readSettings: askNothing('settings:read'),
  saveSettings: ask('settings:save'),
  listLawRules: askNothing('law:list'),
  listOperators: askNothing('operator:list'),
  editOperator: ask('operator:edit'),
  addOperator: ask('operator:add'),
  removeOperator: ask('operator:remove'),
  exportOperator: ask('operator:export'),
  importOperator: askNothing('operator:import'),
  confirmOperatorImport: ask('operator:confirm-import'),

  listDossiers: askNothing('dossier:list'),
  summariseDossiers: ask('dossier:summarise'),
  readDossier: ask('dossier:read'),
  createDossier: ask('dossier:create'),
  editDossier: ask('dossier:edit'),
  takeOperatorData: ask('dossier:take-operator-data'),
  openSample: askNothing('dossier:open-sample'),
  destroyDossier: ask('dossier:destroy'),
  exportFolder: ask('dossier:export-folder'),
  importFolder: askNothing('dossier:import-folder'),

  chooseFiles: ask('exhibit:choose-files'),
  attachFiles: (request, files) =>
    ipcRenderer.invoke('exhibit:attach', {
      ...request,
      paths: files.map((file) => webUtils.getPathForFile(file))
    }),
  pastePicture: async (request, picture) =>
    ipcRenderer.invoke('exhibit:paste', { ...request, bytes: new Uint8Array(await picture.arrayBuffer()) }),
  isOnDisk: (file) => webUtils.getPathForFile(file) !== '',
  cancelAttach: ask('exhibit:cancel-attach'),
  openExhibit: ask('exhibit:open'),
  closeExhibit: ask('exhibit:close'),
  showOriginal: ask('exhibit:show-original'),
  saveCopy: ask('exhibit:save-copy'),
  verifyExhibit: ask('exhibit:verify'),

  chooseStatement: askNothing('statement:choose'),
  previewStatement: ask('statement:preview'),
  proposeEntries: ask('statement:propose'),
  keepStatement: ask('statement:keep'),
  closeStatement: ask('statement:close'),

  saveCalendar: ask('due:save-calendar'),
  notifyDue: ask('due:notify'),

  choosePackTarget: ask('pack:choose-target'),
  listRecipients: askNothing('recipient:list'),
  addRecipient: ask('recipient:add'),
  changeRecipient: ask('recipient:change'),
  removeRecipient: ask('recipient:remove'),

  exportPack: ask('pack:export'),
  previewPack: ask('pack:preview'),
  estimatePack: ask('pack:estimate'),
  checkPack: ask('pack:check'),
  cancelPack: ask('pack:cancel'),
  openPack: ask('pack:open-file'),
  showPackInFolder: ask('pack:show-in-folder'),

  onClosing: listen('app:closing'),
  onDueOpened: listen('due:opened'),
  onIntakeProgress: listen('intake:progress'),
  onPackProgress: listen('pack:progress')
}

contextBridge.exposeInMainWorld('bridge', bridge)
