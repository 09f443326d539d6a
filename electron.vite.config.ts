import { isBuiltin } from 'node:module'
import { copyFileSync, createReadStream, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { licencesOf, packageFolder, shippedFolders } from './scripts/licences.mjs'

/** The oldest runtime the app runs on is Electron 33: Node 20.18 and Chromium 130. electron-vite would guess newer ones. */
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

/**
 * Puts the files the PDF viewer asks for by name beside the page, under `pdfjs/`: character maps and the standard
 * fonts for files that embed none, and the picture decoders that do without WebAssembly, which the policy forbids.
 */
function pdfViewerFiles(): Plugin {
  const wanted: Readonly<Record<string, RegExp>> = {
    cmaps: /\.bcmap$/,
    standard_fonts: /\.(?:pfb|ttf)$/,
    wasm: /_nowasm_fallback\.js$/
  }
  const sourceOf = (folder: string, name: string) =>
    resolve('node_modules/pdfjs-dist', folder, basename(name))
  return {
    name: 'pdf-viewer-files',
    generateBundle() {
      for (const [folder, names] of Object.entries(wanted)) {
        for (const name of readdirSync(sourceOf(folder, '')).filter((one) => names.test(one))) {
          const source = readFileSync(sourceOf(folder, name))
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source })
        }
      }
    },
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const [, folder = '', name = ''] = /^\/(\w+)\/([\w.-]+)$/.exec(request.url ?? '') ?? []
        if (wanted[folder]?.test(name) !== true) return next()
        if (name.endsWith('.js')) response.setHeader('content-type', 'text/javascript')
        createReadStream(sourceOf(folder, name)).pipe(response)
      })
    }
  }
}

/** Writes `licences.json` beside the page: what is really bundled into it, and what main brings along. */
function licenceList(): Plugin {
  const shipped = () => shippedFolders(resolve('.'))
  return {
    name: 'licence-list',
    generateBundle() {
      const bundled = [...this.getModuleIds()].flatMap((id) => packageFolder(id) ?? [])
      const source = JSON.stringify(licencesOf([...new Set([...bundled, ...shipped()])]))
      this.emitFile({ type: 'asset', fileName: 'licences.json', source })
    },
    configureServer(server) {
      server.middlewares.use('/licences.json', (_request, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(licencesOf(shipped())))
      })
    }
  }
}

/**
 * Leaves the older font format out of the screen's faces: Chromium never asks for it, and it doubles the app's fonts.
 * And lets text wait for its face: it is on the same disk, and looking for a stand-in costs longer than loading it.
 */
function screenFaces(): Plugin {
  return {
    name: 'screen-faces',
    enforce: 'pre',
    transform: (code, id) =>
      /@fontsource[\\/][^?]+\.css/.test(id)
        ? code
            .replace(/,\s*url\([^)]+\.woff\)\s*format\('woff'\)/g, '')
            .replaceAll('font-display: swap', 'font-display: block')
        : null
  }
}

/** Puts the four faces of the record pack beside the built processes, where the engine looks for them. */
function packFonts(): Plugin {
  const sources = [
    'noto-sans/400Regular/NotoSans_400Regular.ttf',
    'noto-sans/700Bold/NotoSans_700Bold.ttf',
    'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'
  ]
  return {
    name: 'pack-fonts',
    writeBundle({ dir = 'out/main' }) {
      const target = resolve(dir, '..', 'fonts')
      mkdirSync(target, { recursive: true })
      for (const source of sources) {
        copyFileSync(resolve('node_modules/@expo-google-fonts', source), resolve(target, basename(source)))
      }
    }
  }
}

/** Puts the renderer of foreign pages beside the processes, which start their drawing thread with its bytes. */
function pageRenderer(): Plugin {
  return {
    name: 'page-renderer',
    generateBundle(_, bundle) {
      const thread = Object.values(bundle).find(({ name }) => name === 'pack-render-worker')
      // It is started from its text alone, and finds nothing beside itself.
      const shared = thread?.type === 'chunk' ? thread.imports.filter((one) => !isBuiltin(one)) : []
      if (shared.length > 0) this.error(`the drawing thread shares ${shared.join(', ')} with others`)
    },
    writeBundle({ dir = 'out/main' }) {
      copyFileSync(resolve('node_modules/@embedpdf/pdfium/dist/pdfium.wasm'), resolve(dir, 'pdfium.wasm'))
    }
  }
}

export default defineConfig({
  main: {
    plugins: [packFonts(), pageRenderer()],
    resolve: {
      // The package's form for Node looks for files beside itself; the thread that it runs in is started from a text.
      alias: { '@embedpdf/pdfium': resolve('node_modules/@embedpdf/pdfium/dist/index.browser.js') }
    },
    build: {
      target: NODE_TARGET,
      // Of hundreds of small modules each: read one by one, they take a third of the time of a short pack.
      externalizeDeps: { exclude: ['pdf-lib', 'libphonenumber-js'] },
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          'pack-worker': resolve('src/main/pack-worker.ts'),
          'pack-hash-worker': resolve('src/main/pack-hash-worker.ts'),
          'pack-render-worker': resolve('src/main/pack-render-worker.ts'),
          closeout: resolve('src/main/closeout.ts')
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // Else the validator stands in one chunk with words of the domain, and even the help has to wait for it.
          codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]/ }] }
        }
      }
    }
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: 'index.cjs' }
      }
    }
  },
  renderer: {
    root: 'src/renderer',
    build: {
      target: CHROME_TARGET,
      minify: true,
      // Fonts and pictures stay files: the content security policy allows no data: addresses.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve('src/renderer/index.html') } }
    },
    plugins: [vue(), screenFaces(), pdfViewerFiles(), licenceList()]
  }
})
