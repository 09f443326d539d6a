// The least an Electron app can be: one window with one letter, painted as soon as Electron can.
import { app, BrowserWindow } from 'electron'

app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadURL('data:text/html,<p>.</p>'))
