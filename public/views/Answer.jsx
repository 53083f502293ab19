// What stands around an answer: how the question was read, hover previews of the marks, sources, withheld claims, copies, feedback.
import { useEffect, useRef, useState } from 'react'
import { useSetRecoilState } from 'recoil'
import { sideViewState } from '@chainlit/react-client'
import { BookOpen, Check, ChevronRight, Copy, CornerDownRight, Pencil, Printer, ShieldAlert, ThumbsDown, ThumbsUp } from 'lucide-react'

// What opens the source panel: the marks of an answer, and the sections that a refusal names.
const LINKS = 'a[href*="#vouch-"], a[href*="#near-"]'
const numberOf = (link) => (link?.getAttribute('href') || '').match(/#(?:vouch-)?((?:near-)?\d+)$/)?.[1]

function save(name, text, type) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

async function toClipboard(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const box = document.createElement('textarea')
  box.value = text
  document.body.append(box)
  box.select()
  document.execCommand('copy')
  box.remove()
}

function ReadAs() {
  const [editing, setEditing] = useState(false)
  const [text, setText] = useState(props.read_as.text)
  const words = props.labels
  const ask = (event) => {
    event.preventDefault()
    if (text.trim()) { setEditing(false); props.doors.sendUserMessage(text.trim()) }
  }
  if (editing) {
    return (
      <form className="vouch-readas" onSubmit={ask}>
        <textarea autoFocus rows={Math.min(5, Math.ceil(text.length / 60))} aria-label={words.correct_hint} value={text} onFocus={(event) => event.target.setSelectionRange(text.length, text.length)} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (event.key === 'Escape') setEditing(false); if (event.key === 'Enter' && !event.shiftKey) ask(event) }} />
        <button type="submit" className="vouch-button vouch-strong">{words.ask}</button>
        <button type="button" className="vouch-button" onClick={() => setEditing(false)}>{words.cancel}</button>
      </form>
    )
  }
  return (
    <p className="vouch-readas">
      <span>{words.read_as}: <q>{props.read_as.text}</q></span>
      <span className="vouch-acts">
        <button type="button" className="vouch-link" title={words.correct_hint} onClick={() => setEditing(true)}><Pencil size={13} aria-hidden="true" /> {words.correct}</button>
        <button type="button" className="vouch-link" onClick={() => props.doors.callAction({ name: 'as_typed', payload: { text: props.read_as.typed } })}>{words.as_typed}</button>
      </span>
    </p>
  )
}

function Sources({ open }) {
  return (
    <div className="vouch-sources" role="group" aria-label={props.labels.sources}>
      <h4>{props.labels.sources}</h4>
      <ul>
        {props.sources.map((source) => (
          <li key={source.source_id}>
            <button type="button" className="vouch-open" onClick={() => open(source.numbers[0])}>
              <BookOpen size={16} aria-hidden="true" />
              <span className="vouch-who"><b>{source.publisher}</b> <span>{source.title}</span></span>{' '}
              <span className="vouch-open-word">{props.labels.open}</span>
            </button>
            <p className="vouch-standing">
              <span>{source.kind}</span> {source.audience ? <span>{source.audience}</span> : null} <span>{source.dated}</span>{' '}
              {source.badges.map((badge) => <span key={badge.label} className={`vouch-badge vouch-${badge.tone}`}>{badge.label}</span>)}
              {source.numbers.map((n) => <button key={n} type="button" className="vouch-mark" aria-label={`${props.labels.source} ${n}`} onClick={() => open(n)}>{n}</button>)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Words() {
  return (
    <div className="vouch-words" role="group" aria-label={props.labels.words_used}>
      <h4>{props.labels.words_used}</h4>
      <dl>
        {props.glossary.map((entry) => <div key={entry.term}><dt>{entry.term}</dt> <dd>{entry.plain}</dd></div>)}
      </dl>
      <p>{props.labels.words_used_from}</p>
    </div>
  )
}

function Withheld() {
  const count = props.withheld.length
  const words = props.labels
  return (
    <details className="vouch-withheld">
      <summary><ShieldAlert size={15} aria-hidden="true" /> {count === 1 ? words.withheld_one : words.withheld_many.replace('{count}', count)}</summary>
      <p>{words.withheld_why}</p>
      <ul>
        {props.withheld.map((claim, position) => (
          <li key={position}>
            <s>{claim.text}</s>
            {claim.reasons.map((reason) => <span key={reason.code} className="vouch-reason" title={reason.code}>{reason.label}{reason.detail ? ` (${reason.detail})` : ''}</span>)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Tools() {
  const [said, setSaid] = useState('')
  const [asking, setAsking] = useState(false)
  const [noted, setNoted] = useState(null)
  const menu = useRef(null)
  const words = props.labels
  useEffect(() => {
    const shut = (event) => {
      if (!menu.current?.open || (event.type === 'pointerdown' && menu.current.contains(event.target))) return
      if (event.type === 'keydown' && event.key !== 'Escape') return
      menu.current.open = false
      if (event.type === 'keydown') menu.current.querySelector('summary').focus()
    }
    document.addEventListener('pointerdown', shut)
    document.addEventListener('keydown', shut)
    return () => { document.removeEventListener('pointerdown', shut); document.removeEventListener('keydown', shut) }
  }, [])
  const tell = (text) => { setSaid(text); setTimeout(() => setSaid(''), 2500) }
  const copy = async (text) => { await toClipboard(text); menu.current.open = false; tell(words.copied) }
  const keep = (name, text, type) => { save(name, text, type); menu.current.open = false; tell(words.saved) }
  const rate = async (helpful, reason) => {
    setAsking(false)
    setNoted(helpful)
    const kept = await props.doors.callAction({ name: 'feedback', payload: { message_id: props.message_id, helpful, reason } })
    tell(kept?.success === false ? words.not_noted : words.thanks)
  }
  return (
    <div className="vouch-tools">
      {props.exports ? (
        <details className="vouch-menu" ref={menu}>
          <summary><Copy size={14} aria-hidden="true" /> {words.copy}</summary>
          <div>
            <button type="button" onClick={() => copy(props.exports.text)}>{words.copy_text}</button>
            <button type="button" onClick={() => copy(props.exports.markdown)}>{words.copy_markdown}</button>
            <button type="button" onClick={() => keep('references.json', props.exports.csl, 'application/vnd.citationstyles.csl+json')}>{words.save_csl}</button>
            <button type="button" onClick={() => keep('references.bib', props.exports.bibtex, 'application/x-bibtex')}>{words.save_bibtex}</button>
          </div>
        </details>
      ) : null}
      <button type="button" className="vouch-button" onClick={() => window.print()}><Printer size={14} aria-hidden="true" /> {words.print}</button>
      <button type="button" className={`vouch-button vouch-icon${noted === true ? ' vouch-on' : ''}`} aria-label={words.helpful} aria-pressed={noted === true} title={words.helpful} onClick={() => rate(true, null)}><ThumbsUp size={14} aria-hidden="true" /></button>
      <button type="button" className={`vouch-button vouch-icon${noted === false ? ' vouch-on' : ''}`} aria-label={words.not_helpful} aria-pressed={noted === false} aria-expanded={asking} title={words.not_helpful} onClick={() => setAsking(!asking)}><ThumbsDown size={14} aria-hidden="true" /></button>
      <span role="status" className="vouch-said">{said ? <><Check size={14} aria-hidden="true" /> {said}</> : null}</span>
      {asking ? (
        <div className="vouch-asking" role="group" aria-label={words.what_is_wrong}>
          <span>{words.what_is_wrong}</span>
          {['wrong', 'missing', 'unsupported', 'unclear'].map((reason) => <button key={reason} type="button" className="vouch-button" onClick={() => rate(false, reason)}>{words[reason]}</button>)}
        </div>
      ) : null}
    </div>
  )
}

function Preview({ shown, stay, leave }) {
  const quoted = props.quotes[shown.n]
  return (
    <div id={`vouch-preview-${props.message_id}`} role="tooltip" className="vouch-preview" onMouseEnter={stay} onMouseLeave={leave} style={{ left: shown.left, maxHeight: `calc(100vh - ${Math.round(shown.y) + 8}px)`, ...(shown.below ? { top: shown.y } : { bottom: shown.y }) }}>
      <p className="vouch-quote">“{quoted.quote}”</p>
      <p><b>{quoted.publisher}</b>{quoted.section ? `: ${quoted.section}` : ''}</p>
      <p className="vouch-standing">{quoted.standing}</p>
    </div>
  )
}

export default function Answer() {
  const root = useRef(null)
  const setSideView = useSetRecoilState(sideViewState)
  const [shown, setShown] = useState(null)
  const leaving = useRef(0)
  // The pointer may go from the mark to the preview and rest there: long quotes are read, and copied.
  const stay = () => clearTimeout(leaving.current)
  const leave = () => { stay(); leaving.current = setTimeout(() => setShown(null), 150) }

  const open = (n) => {
    const panel = props.panels[n]
    if (!panel) return
    setShown(null)
    const labels = props.labels
    const element = { id: `${props.message_id}-${n}`, type: 'custom', name: 'Source', display: 'side', props: { ...panel, labels, own_reference: labels.own_reference } }
    setSideView({ title: panel.near ? labels.nearest_section : `${labels.source} [${n}]`, elements: [element] })
  }

  useEffect(() => {
    // The framework names the conversation in the address only where the chat is the whole site; a reload must find it again.
    const base = document.querySelector('meta[property="og:root_path"]')?.content || ''
    if (props.thread_id && location.pathname.replace(/\/$/, '') === base) history.replaceState(history.state, '', `${base}/thread/${props.thread_id}`)
  }, [])

  useEffect(() => {
    const message = root.current?.closest('.message-content')
    if (!message) return
    const links = () => [...message.querySelectorAll(LINKS)]
    const name = () => {
      for (const link of links()) {
        const n = numberOf(link)
        const quoted = props.quotes[n]
        if (!props.panels[n] || link.dataset.vouch) continue
        link.dataset.vouch = n
        link.setAttribute('aria-label', quoted ? `${props.labels.source} ${n}: ${quoted.publisher}, “${quoted.quote}”` : `${props.labels.open}: ${link.innerText}`)
        link.setAttribute('role', 'button')
        link.removeAttribute('target')
      }
      // Numbers of urgent advice: the framework's Markdown lets no "tel:" through.
      for (const link of message.querySelectorAll('a[href*="#call-"]')) {
        link.href = `tel:${link.getAttribute('href').split('#call-')[1]}`
        link.setAttribute('aria-label', `${props.labels.call} ${link.innerText}`)
        link.removeAttribute('target')
      }
    }
    const click = (event) => {
      const n = numberOf(event.target.closest?.(LINKS))
      if (!n) return
      event.preventDefault()
      open(n)
    }
    const show = (event) => {
      const link = event.target.closest?.(LINKS)
      if (!link || !props.quotes[numberOf(link)] || (event.type === 'mouseover' && !matchMedia('(hover: hover)').matches)) return
      if (event.type === 'focusin' && !link.matches(':focus-visible')) return
      const box = link.getBoundingClientRect()
      const below = box.top < window.innerHeight - box.bottom
      stay()
      setShown({ n: numberOf(link), left: Math.max(8, Math.min(box.left - 12, window.innerWidth - 376)), below, y: below ? box.bottom + 6 : window.innerHeight - box.top + 6 })
    }
    const hide = (event) => { if (event.target.closest?.(LINKS)) leave() }
    const escape = (event) => { if (event.key === 'Escape') setShown(null) }
    const watch = new MutationObserver(name)
    name()
    watch.observe(message, { childList: true, subtree: true })
    const gone = new AbortController()
    const heard = { click, mouseover: show, focusin: show, mouseout: hide, focusout: hide }
    for (const [kind, hear] of Object.entries(heard)) message.addEventListener(kind, hear, { signal: gone.signal })
    window.addEventListener('keydown', escape, { signal: gone.signal })
    return () => { watch.disconnect(); gone.abort() }
  }, [])

  return (
    <div ref={root} className={`vouch-card vouch-is-${props.status}${props.premise ? ' vouch-premised' : ''}`}>
      {props.read_as ? <ReadAs /> : null}
      {props.sources.length ? <Sources open={open} /> : null}
      {props.glossary?.length ? <Words /> : null}
      {props.withheld.length ? <Withheld /> : null}
      {props.message_id ? <Tools /> : null}
      {props.follow_ups.length ? (
        <div className="vouch-next" role="group" aria-label={props.labels.follow_ups}>
          {props.follow_ups.map((question) => <button key={question} type="button" onClick={() => props.doors.sendUserMessage(question)}><CornerDownRight size={14} aria-hidden="true" /> {question}</button>)}
        </div>
      ) : null}
      {shown ? <Preview shown={shown} stay={stay} leave={leave} /> : null}
    </div>
  )
}
