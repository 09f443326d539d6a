// An Electron that only prints: it turns the pages of a job file into PDFs and pictures, and ends.
import { app, BrowserWindow } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * @typedef {object} PrintJob
 * @property {string} html path of the page
 * @property {string} out path of the result
 * @property {'pdf' | 'png'} kind
 * @property {number} widthPx of the page; a PDF takes its size from the page's own `@page` rule
 * @property {number} heightPx
 * @property {number} scale device pixels per CSS pixel
 */

app.commandLine.appendSwitch('force-color-profile', 'srgb')
// Glyphs must fall on the same pixels on every machine.
app.commandLine.appendSwitch('font-render-hinting', 'none')
app.commandLine.appendSwitch('disable-lcd-text')
// Starting, failing and starting again without the graphics card can swallow the frame that a picture waits for.
app.disableHardwareAcceleration()

// Between two pages there is no window, and without a listener that would be the end.
app.on('window-all-closed', () => {})

void app.whenReady().then(async () => {
  try {
    /** @type {PrintJob[]} */
    const jobs = JSON.parse(readFileSync(String(process.env.SAMPLE_PRINT_JOBS), 'utf8'))
    for (const job of jobs) writeFileSync(job.out, await print(job))
    app.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    app.exit(1)
  }
})

/** The picture is taken of the next frame, and a page at rest has none. */
const FRAME_MS = 100

/** @param {PrintJob} job */
async function print(job) {
  const window = new BrowserWindow({
    // A hidden window draws no frames, and a picture of it would wait for one forever.
    show: job.kind === 'png',
    width: 800,
    height: 600,
    webPreferences: { sandbox: true }
  })
  try {
    await window.loadFile(job.html)
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => document.fonts.size)')
    if (job.kind === 'pdf') {
      return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
    }
    return await shoot(window, job)
  } finally {
    window.destroy()
  }
}

/**
 * Through the debugger and not `capturePage`: the picture does not depend on the size or scale of the screen.
 *
 * @param {BrowserWindow} window
 * @param {PrintJob} job
 */
async function shoot(window, job) {
  const { debugger: devtools } = window.webContents
  devtools.attach('1.3')
  await devtools.sendCommand('Emulation.setDeviceMetricsOverride', {
    width: job.widthPx,
    height: job.heightPx,
    deviceScaleFactor: job.scale,
    mobile: false
  })
  const frames = setInterval(() => window.webContents.invalidate(), FRAME_MS)
  try {
    const { data } = await devtools.sendCommand('Page.captureScreenshot', { format: 'png' })
    return Buffer.from(data, 'base64')
  } finally {
    clearInterval(frames)
  }
}
