// What the framework leaves undone for people who hear or key their way through a page: names for its picture buttons, one
// role for each thing, and the page's own language. Done again whenever the page has changed.
const tongue = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en'
document.documentElement.lang = tongue
const words = {
  en: {
    list: 'List of conversations', search: 'Search conversations', start: 'New chat', reader: 'Whom answers are for', edit: 'Edit the question', files: 'Add documents',
    settings: 'Settings', send: 'Ask', close: 'Close', theme: 'Light or dark', user: 'Account', options: 'Rename or delete', library: 'Library', copy: 'Copy', down: 'To the latest answer', source: 'Source', width: 'Width of the source panel',
    kinds: 'Vouch reads PDF, Word (.docx), web pages, Markdown and plain text.', large: 'This file is larger than {most}.',
    early: 'Not added: this page is still connecting. Add the file again in a moment.',
  },
  es: {
    list: 'Lista de conversaciones', search: 'Buscar conversaciones', start: 'Nuevo chat', reader: 'Para quién se responde', edit: 'Editar la pregunta', files: 'Añadir documentos',
    settings: 'Ajustes', send: 'Preguntar', close: 'Cerrar', theme: 'Claro u oscuro', user: 'Cuenta', options: 'Renombrar o borrar', library: 'Biblioteca', copy: 'Copiar', down: 'A la última respuesta', source: 'Fuente', width: 'Ancho del panel de la fuente',
    kinds: 'Vouch lee PDF, Word (.docx), páginas web, Markdown y texto sin formato.', large: 'Este archivo supera {most}.',
    early: 'No se ha añadido: esta página aún se está conectando. Añada el archivo de nuevo en un momento.',
  },
}[tongue]
const names = {
  '#sidebar-trigger-button': 'list', '#search-chats-button': 'search', '#new-chat-button': 'start', '#chat-profiles': 'reader', '#upload-button': 'files',
  '#chat-settings-open-modal': 'settings', '#chat-submit': 'send', '#side-view-title button': 'close', '#theme-toggle': 'theme', '#user-nav-button': 'user',
  'button:has(> .lucide-copy)': 'copy', 'button:has(> .lucide-arrow-down)': 'down', '.step[data-step-type="user_message"] button': 'edit', '[role=dialog]:has(.vouch-source)': 'source',
  '[role=dialog][data-sidebar]': 'list', '[role=separator]': 'width', '[id^=thread-] #thread-options': 'options',
}
const set = (node, name, value) => { if (node.getAttribute(name) !== value) node.setAttribute(name, value) }
const all = (selector, mend) => document.querySelectorAll(selector).forEach(mend)

function mend() {
  for (const [selector, name] of Object.entries(names)) all(selector, (node) => { if (!node.innerText?.trim() || node.role === 'dialog' || node.id === 'chat-profiles') set(node, 'aria-label', words[name]) })
  all('[role=dialog]:has(.vouch-source), [role=dialog][data-sidebar]', (node) => node.removeAttribute('aria-labelledby'))
  all('[data-sidebar=sidebar]:not([role])', (node) => { set(node, 'role', 'navigation'); set(node, 'aria-label', words.list) })
  all('main:not(:has(h1))', (node) => {
    const title = document.createElement('h1')
    title.className = 'vouch-unseen'
    title.textContent = 'Vouch'
    node.prepend(title)
  })
  all('.message-content .prose h3, .vouch-card h4', (node) => set(node, 'aria-level', '2'))
  // A menu button inside a button inside a link: the link and the menu button stay, what lies between is nothing.
  all('[id^=thread-] a > button', (node) => { set(node, 'role', 'group'); set(node, 'aria-label', node.innerText.trim()); set(node, 'tabindex', '-1') })
  all('[id^=thread-] #thread-options', (node) => { set(node, 'role', 'button'); set(node, 'tabindex', '0') })
  all('button:has(> a[href="/library"])', (node) => { set(node, 'role', 'group'); set(node, 'aria-label', words.library); set(node, 'tabindex', '-1') })
  all('ul[data-sidebar=menu]', (node) => set(node, 'role', 'group'))
  all('li[id^=thread-]', (node) => set(node, 'role', 'none'))
  all('#upload-button[role]', (node) => node.removeAttribute('role'))
  all('[role=separator][aria-controls]', (node) => { if (!document.getElementById(node.getAttribute('aria-controls'))) node.removeAttribute('aria-controls') })
  all('input[cmdk-input]', (node) => {
    if (document.getElementById(node.getAttribute('aria-controls'))) return
    const box = node.closest('[cmdk-root]')
    box.id ||= `choices-${Math.random().toString(36).slice(2)}`
    set(node, 'aria-controls', box.id)
  })
  all('a[href="/library"]', (node) => {
    set(node, 'aria-label', words.library)
    for (const child of node.childNodes) if (child.textContent === 'Library' && words.library !== 'Library') child.textContent = words.library
  })
  all('a[href="/library"] img', (node) => set(node, 'alt', ''))
  // Said in the framework's words, with every kind of file as a program names it.
  all('[data-sonner-toast] [data-title]', (node) => {
    const said = node.textContent
    const large = /^File is larger than (.+)$/.exec(said)
    const early = /: Session not found$/.test(said)
    const told = /^File type must be/.test(said) ? words.kinds : large ? words.large.replace('{most}', large[1]) : early ? words.early : said
    if (told !== said) node.textContent = told
  })
  all('#welcome-screen', (node) => { if (shelf) set(node, 'data-shelf', shelf) })
  tell()
}

// The first screen says what answers rest on. Asked for while that is still being loaded, it is asked for again.
let shelf = null
function tell() {
  if (shelf !== null || !document.getElementById('welcome-screen')) return
  shelf = ''
  fetch(`/library/line?language=${tongue}`)
    .then((answer) => (answer.ok ? answer.json() : { line: '' }))
    .then(({ line }) => { shelf = line || null; if (line) mend(); else setTimeout(tell, 2000) })
    .catch(() => setTimeout(() => { shelf = null; tell() }, 5000))
}

// When the first message comes, the framework puts another box in the place of the one that somebody may be typing into.
let box = null
let typed = ''
const write = (node, text) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(node, text)
  node.dispatchEvent(new Event('input', { bubbles: true }))
}
const wordsOf = (text) => text.split(/\s+/).filter(Boolean).join(' ')
function keepTyped() {
  const now = document.getElementById('chat-input')
  if (!now || now === box) return
  const asked = [...document.querySelectorAll('.step[data-step-type="user_message"] .message-content')].at(-1)?.innerText
  if (box && typed.trim() && wordsOf(typed) !== wordsOf(asked || '') && !now.value) { write(now, typed); now.focus() }
  box = now
}
document.addEventListener('input', (event) => { if (event.target.id === 'chat-input') { box = event.target; typed = box.value } }, true)
// Sent or taken away by the framework, it is empty without an event.
document.addEventListener('keydown', () => setTimeout(() => { if (box?.isConnected) typed = box.value }, 50))
document.addEventListener('click', () => setTimeout(() => { if (box?.isConnected) typed = box.value }, 50))

let due = 0
new MutationObserver(() => { keepTyped(); due ||= setTimeout(() => { due = 0; mend() }, 60) }).observe(document.body, { childList: true, subtree: true })
mend()

// Each choice of a menu brings a description of itself, which takes the first Escape; the menu goes with it, once that has gone.
const menu = () => document.querySelector('[role=listbox][data-state=open]')
document.addEventListener('keydown', (event) => {
  const open = menu()
  if (event.key !== 'Escape' || !event.isTrusted || !open || document.querySelectorAll('[data-radix-popper-content-wrapper]').length < 2) return
  const end = performance.now() + 2000
  const look = setInterval(() => {
    if (menu() !== open || performance.now() > end) { clearInterval(look); return }
    // Told again until it has heard: for a moment after the description has gone the menu still takes it to be there.
    const described = document.querySelectorAll('[data-radix-popper-content-wrapper]').length > 1
    if (!described) document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  }, 30)
}, true)

// Whatever changes in a chat, the framework reads the elements of all its answers anew and builds them anew: each took 10 ms, and
// what a reader had opened in them was shut again. So its own elements are three lines that lead here, and what they show, in
// views/, is read once and built once. What the framework hands to an element changes with the chat; `doors` always has the latest.
const here = document.currentScript.src
const read = {}
const fetched = async (name) => {
  const answer = await fetch(new URL(`views/${name}.jsx`, here))
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
  return answer.text()
}
const view = (name) => {
  // One that could not be read is asked for again by the next answer.
  read[name] ||= fetched(name).catch((error) => { delete read[name]; throw error })
  return read[name]
}
let Kept
window.vouchView = (name, { React, Renderer, props, doors }) => {
  Kept ||= ({ name, props, doors }) => {
    const [code, setCode] = React.useState('')
    const latest = React.useRef({}).current
    Object.assign(latest, doors)
    const given = React.useMemo(() => ({ ...props, doors: latest }), [props])
    React.useEffect(() => { view(name).then(setCode, console.error) }, [name])
    return code ? React.createElement(Renderer, { sourceCode: code, props: given }) : null
  }
  return React.createElement(Kept, { name, props, doors })
}
view('Answer').catch(console.error)
