// The library page: adds, reviews and removes documents; exports and deletes conversations. Errors are said, never swallowed.
const words = JSON.parse(document.body.dataset.words)
const said = document.getElementById('said')
const bar = document.getElementById('progress')

const tell = (text, isWrong) => { said.textContent = text; said.className = isWrong ? 'wrong' : '' }
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])

async function send(method, path, body, headers = {}) {
  // The header can't be sent by a page of another site without asking this server first, which refuses.
  const answer = await fetch(path, { method, body, headers: { 'X-Vouch-Request': '1', ...headers } })
  const found = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Error(found.error?.message || answer.statusText)
  return found
}

async function watch() {
  const step = await fetch('/library/progress').then((answer) => answer.json()).catch(() => null)
  if (!step || !step.what) return
  tell(`${words[step.what] || words.working} ${step.of ? `${step.done}/${step.of}` : ''}`)
  if (step.of) { bar.max = step.of; bar.value = step.done }
}

async function work(task) {
  const buttons = [...document.querySelectorAll('button')]
  buttons.forEach((button) => { button.disabled = true })
  tell(words.working)
  bar.removeAttribute('value')
  bar.hidden = false
  const watching = setInterval(watch, 700)
  try {
    return await task()
  } catch (error) {
    tell(fill(words.failed, { message: error.message }), true)
    return null
  } finally {
    clearInterval(watching)
    bar.hidden = true
    buttons.forEach((button) => { button.disabled = false })
  }
}

function item(report) {
  const entry = document.createElement('li')
  const title = document.createElement('b')
  title.textContent = report.title || report.path
  // What failed is told in a sentence that names the file.
  if (report.counts) entry.append(title, `: ${report.counts.join(' · ')}`)
  else entry.append(...(report.error.includes(report.path) ? [] : [title, ': ']), report.error)
  if (report.warnings?.length) {
    const list = document.createElement('ul')
    for (const warning of report.warnings) {
      const line = document.createElement('li')
      line.textContent = warning
      list.append(line)
    }
    entry.append(list)
  }
  return entry
}

function report(found) {
  const box = document.getElementById('report')
  const heading = document.createElement('h3')
  heading.textContent = words.report
  heading.tabIndex = -1
  const list = document.createElement('ul')
  list.append(...[...found.added, ...found.failures].map(item))
  for (const id of found.already_there) {
    const entry = document.createElement('li')
    entry.textContent = `${id}: ${words.already}`
    list.append(entry)
  }
  box.replaceChildren(heading, list)
  heading.focus()
}

// What is on the page is the server's: after a change only the list is fetched anew, so that the report stays.
async function refresh() {
  const page = new DOMParser().parseFromString(await fetch(location.pathname + location.search).then((answer) => answer.text()), 'text/html')
  const list = document.querySelector('section[aria-labelledby=documents]')
  list.replaceWith(document.importNode(page.querySelector('section[aria-labelledby=documents]'), true))
}

document.getElementById('files')?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const form = event.currentTarget
  const input = document.getElementById('file')
  const megabytes = Number(input.dataset.megabytes)
  const replace = document.getElementById('replace').checked
  const total = { added: [], failures: [], already_there: [] }
  for (const file of [...input.files]) {
    const path = `/library/documents/${encodeURIComponent(file.name)}?replace=${replace}`
    const failed = (error) => ({ failures: [{ path: file.name, error }] })
    // One that can't be taken is told below and doesn't keep the others out.
    const found = file.size > megabytes * 1024 * 1024
      ? failed(fill(words.too_large, { size: megabytes }))
      : await work(() => send('PUT', path, file, { 'Content-Type': 'application/octet-stream' }).catch((error) => failed(error.message)))
    for (const key of Object.keys(total)) total[key].push(...(found[key] ?? []))
  }
  form.reset()
  tell(total.failures.length ? words.not_all : words.done, total.failures.length > 0)
  await refresh()
  report(total)
})

document.getElementById('page')?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const form = event.currentTarget
  const body = JSON.stringify({ url: document.getElementById('url').value })
  const found = await work(() => send('POST', '/library/pages', body, { 'Content-Type': 'application/json' }))
  if (!found) return
  form.reset()
  tell(words.done)
  await refresh()
  report(found)
})

async function review(id, status) {
  const body = JSON.stringify({ status })
  if (!(await work(() => send('POST', `/library/documents/${id}/review`, body, { 'Content-Type': 'application/json' })))) return
  await refresh()
  tell(words.done)
  document.getElementById(id)?.querySelector('select')?.focus()
}

document.addEventListener('submit', (event) => {
  if (!event.target.matches('form.review')) return
  event.preventDefault()
  review(event.target.closest('li').id, new FormData(event.target).get('status'))
})

document.addEventListener('click', async (event) => {
  const id = event.target.closest('.sources > li')?.id
  if (event.target.dataset.review) review(id, event.target.dataset.review)
  if (event.target.dataset.remove !== undefined && confirm(fill(words.really_remove, { title: event.target.dataset.title }))) {
    if (!(await work(() => send('DELETE', `/library/documents/${id}`)))) return
    await refresh()
    tell(words.done)
  }
})

document.getElementById('delete-all').addEventListener('click', async () => {
  if (!confirm(words.really_delete)) return
  const found = await work(() => send('DELETE', '/conversations'))
  if (found) tell(fill(found.deleted === 1 ? words.one_deleted : words.deleted, { count: found.deleted }))
})

const theme = localStorage.getItem('vite-ui-theme') ?? 'system'
if (theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)) document.documentElement.classList.add('dark')
