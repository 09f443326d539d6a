import type { Bridge } from '../../shared/bridge/bridge.ts'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly bridge: Bridge<File>
  }
}

/** What crosses to main is cloned by structure, and a Vue proxy cannot be: it must be rebuilt plain. Requests are JSON values. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

/** The deeds main offers. The one place of the page that knows `window.bridge`. */
export const bridge: Bridge<File> = {
  aboutApp: () => window.bridge.aboutApp(),
  showVault: () => window.bridge.showVault(),
  settled: () => window.bridge.settled(),
  readSettings: () => window.bridge.readSettings(),
  saveSettings: (settings) => window.bridge.saveSettings(plain(settings)),
  listLawRules: () => window.bridge.listLawRules(),
  listOperators: () => window.bridge.listOperators(),
  editOperator: (request) => window.bridge.editOperator(plain(request)),
  addOperator: (identity) => window.bridge.addOperator(plain(identity)),
  removeOperator: (request) => window.bridge.removeOperator(plain(request)),
  exportOperator: (request) => window.bridge.exportOperator(plain(request)),
  importOperator: () => window.bridge.importOperator(),
  confirmOperatorImport: (request) => window.bridge.confirmOperatorImport(plain(request)),

  listDossiers: () => window.bridge.listDossiers(),
  summariseDossiers: (request) => window.bridge.summariseDossiers(plain(request)),
  readDossier: (request) => window.bridge.readDossier(plain(request)),
  createDossier: (fresh) => window.bridge.createDossier(plain(fresh)),
  editDossier: (request) => window.bridge.editDossier(plain(request)),
  takeOperatorData: (request) => window.bridge.takeOperatorData(plain(request)),
  openSample: () => window.bridge.openSample(),
  destroyDossier: (request) => window.bridge.destroyDossier(plain(request)),
  exportFolder: (request) => window.bridge.exportFolder(plain(request)),
  importFolder: () => window.bridge.importFolder(),

  chooseFiles: (request) => window.bridge.chooseFiles(plain(request)),
  attachFiles: (request, files) => window.bridge.attachFiles(plain(request), [...files]),
  pastePicture: (request, picture) => window.bridge.pastePicture(plain(request), picture),
  isOnDisk: (file) => window.bridge.isOnDisk(file),
  cancelAttach: (request) => window.bridge.cancelAttach(plain(request)),
  openExhibit: (request) => window.bridge.openExhibit(plain(request)),
  closeExhibit: (request) => window.bridge.closeExhibit(plain(request)),
  showOriginal: (request) => window.bridge.showOriginal(plain(request)),
  saveCopy: (request) => window.bridge.saveCopy(plain(request)),
  verifyExhibit: (request) => window.bridge.verifyExhibit(plain(request)),

  chooseStatement: () => window.bridge.chooseStatement(),
  previewStatement: (request) => window.bridge.previewStatement(plain(request)),
  proposeEntries: (request) => window.bridge.proposeEntries(plain(request)),
  keepStatement: (request) => window.bridge.keepStatement(plain(request)),
  closeStatement: (request) => window.bridge.closeStatement(plain(request)),

  saveCalendar: (request) => window.bridge.saveCalendar(plain(request)),
  notifyDue: (notice) => window.bridge.notifyDue(plain(notice)),

  choosePackTarget: (request) => window.bridge.choosePackTarget(plain(request)),
  listRecipients: () => window.bridge.listRecipients(),
  addRecipient: (profile) => window.bridge.addRecipient(plain(profile)),
  changeRecipient: (profile) => window.bridge.changeRecipient(plain(profile)),
  removeRecipient: (request) => window.bridge.removeRecipient(plain(request)),

  exportPack: (request) => window.bridge.exportPack(plain(request)),
  previewPack: (request) => window.bridge.previewPack(plain(request)),
  estimatePack: (request) => window.bridge.estimatePack(plain(request)),
  checkPack: (request) => window.bridge.checkPack(plain(request)),
  cancelPack: (request) => window.bridge.cancelPack(plain(request)),
  openPack: (request) => window.bridge.openPack(plain(request)),
  showPackInFolder: (request) => window.bridge.showPackInFolder(plain(request)),

  onClosing: (listener) => window.bridge.onClosing(listener),
  onDueOpened: (listener) => window.bridge.onDueOpened(listener),
  onIntakeProgress: (listener) => window.bridge.onIntakeProgress(listener),
  onPackProgress: (listener) => window.bridge.onPackProgress(listener)
}
