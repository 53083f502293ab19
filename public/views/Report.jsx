// What was understood of the documents dropped into the chat, and whether they stay in the library.
import { useState } from 'react'
import { FileText, Library, Check } from 'lucide-react'

export default function Report() {
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const [kept, setKept] = useState(props.kept)
  const words = props.labels
  const keep = async () => {
    setBusy(true)
    const answer = await props.doors.callAction({ name: 'keep_documents', payload: {} })
    setBusy(false)
    const found = answer?.response || {}
    if (found.kept) { setKept(true); props.doors.updateElement({ ...props, doors: undefined, kept: true }) } else setSaid(found.error || words.keep_failed)
  }
  return (
    <div className="vouch-report" role="group" aria-label={words.report_title}>
      <h4>{props.documents.length ? words.report_title : words.report_nothing}</h4>
      <ul>
        {props.documents.map((one) => (
          <li key={one.title}>
            <p><FileText size={15} aria-hidden="true" /> <b>{one.title}</b> <span className="vouch-standing-plain">{one.counts.join(' · ')}</span></p>
            {one.warnings.length ? <ul className="vouch-warnings">{one.warnings.map((line) => <li key={line}>{line}</li>)}</ul> : null}
            {one.held.length ? <details><summary>{words.report_held.replace('{count}', one.held.length)}</summary><ul>{one.held.map((held) => <li key={held.text}><q>{held.text}</q> <span className="vouch-reason">{held.reason}</span></li>)}</ul></details> : null}
          </li>
        ))}
        {props.failures.map((one) => <li key={one.name} className="vouch-failure">{one.error}</li>)}
      </ul>
      {props.documents.length ? <p className="vouch-only" role="status">{kept ? <><Check size={14} aria-hidden="true" /> {words.keep_done}</> : words.only_here}</p> : null}
      {props.may_keep && !kept ? <button type="button" className="vouch-button vouch-framed" disabled={busy} onClick={keep}><Library size={14} aria-hidden="true" /> {busy ? words.keep_working : words.keep_button}</button> : null}
      {said ? <p className="vouch-failure" role="alert">{said}</p> : null}
    </div>
  )
}
