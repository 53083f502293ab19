// The source panel: a citation's standing and its section, scrolled to the cited words until the reader scrolls.
import { useEffect, useRef } from 'react'
import { ExternalLink, Quote } from 'lucide-react'

function scroller(node) {
  for (let parent = node.parentElement; parent; parent = parent.parentElement) {
    const flow = getComputedStyle(parent).overflowY
    if ((flow === 'auto' || flow === 'scroll') && parent.scrollHeight > parent.clientHeight + 1) return parent
  }
  return document.scrollingElement
}

function bring(mark, smooth) {
  const box = scroller(mark)
  const above = mark.getBoundingClientRect().top - box.getBoundingClientRect().top
  // Below the head, which stays in view, with the statements before it readable.
  box.scrollTo({ top: box.scrollTop + above - box.clientHeight * 0.48, behavior: smooth ? 'smooth' : 'auto' })
}

function Badge({ badge }) {
  return <span className={`vouch-badge vouch-${badge.tone}`}>{badge.label}</span>
}

function Line({ line }) {
  const words = (
    <>
      {line.before}
      {line.quote ? <mark className={props.near ? 'vouch-nearby' : 'vouch-cited'}>{line.quote}</mark> : null}
      {line.after}
      {line.kind === 'lead-in' && !/[:.?!]$/.test(line.before + line.quote + line.after) ? ':' : null}
      {line.references.length ? <sup className="vouch-own-reference" title={props.own_reference}>{line.references.join(', ')}</sup> : null}
    </>
  )
  if (line.kind === 'heading') return line.before ? <h3 className="vouch-line-heading">{words}</h3> : <hr />
  const bullet = line.kind === 'bullet' ? ' vouch-bullet' : ''
  return <p className={`vouch-line vouch-depth-${Math.min(line.depth, 3)}${bullet}${line.quote ? ' vouch-here' : ''}`}>{words}</p>
}

// The table that a cited row stands in, as the document has it; the cited row is set apart.
const WholeTable = ({ table }) => (
  <details className="vouch-table" open={table.rows.length <= 12}>
    <summary>{table.caption || props.labels.whole_table}</summary>
    <table>
      <thead><tr>{table.heads.map((head, column) => <th key={column} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {table.rows.map((row, position) => (
          <tr key={position} aria-current={row.cited ? 'true' : undefined}>
            {row.group
              ? <th colSpan={table.heads.length} scope="rowgroup">{row.cells[0]}</th>
              : row.cells.map((cell, column) => <td key={column}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  </details>
)

// Where the rows end among which the cited one stands: the table belongs there, before what follows it.
function endOfRows(lines) {
  let at = lines.findIndex((line) => line.quote)
  const isRow = (place) => lines[place]?.kind === 'table row'
  while (at >= 0 && (isRow(at + 1) || (lines[at + 1]?.kind === 'lead-in' && isRow(at + 2)))) at += 1
  return at < 0 ? lines.length : at + 1
}

export default function Source() {
  const top = useRef(null)
  const held = useRef(true)

  useEffect(() => {
    const mark = top.current?.querySelector('mark')
    if (!mark) return
    held.current = true
    const release = () => { held.current = false }
    const box = scroller(mark)
    // The panel slides and grows while it opens: one scroll would land in the wrong place.
    const watch = new ResizeObserver(() => { if (held.current) bring(mark, false) })
    watch.observe(top.current)
    watch.observe(box)
    bring(mark, false)
    const late = setTimeout(() => { if (held.current) bring(mark, false) }, 400)
    for (const kind of ['wheel', 'touchmove', 'keydown', 'mousedown']) window.addEventListener(kind, release, { passive: true })
    return () => {
      watch.disconnect()
      clearTimeout(late)
      for (const kind of ['wheel', 'touchmove', 'keydown', 'mousedown']) window.removeEventListener(kind, release)
    }
  }, [])

  const table = props.table && props.table.heads.length > 1 ? props.table : null
  const below = table ? endOfRows(props.lines) : props.lines.length
  const page = props.page === null || props.page === undefined ? null : props.page
  const address = props.url && page !== null && /\.pdf($|[?#])/i.test(props.url) ? `${props.url}#page=${page}` : props.url
  return (
    <article className="vouch-source" ref={top} lang={props.source_language} aria-label={`${props.near ? props.labels.nearest_section : `${props.labels.source} ${props.n}`}: ${props.title}`}>
      <header>
        <p className="vouch-publisher">{props.publisher}</p>
        <h2 title={props.title}>{props.title}</h2>
        <p className="vouch-standing">
          {[props.kind, props.audience, props.dated].filter(Boolean).join(' · ')}
          {props.badges.map((badge) => <Badge key={badge.label} badge={badge} />)}
        </p>
        {props.section.length ? <p className="vouch-path">{props.section.join(' › ')}{page !== null ? ` · ${props.labels.page} ${page}` : ''}</p> : null}
      </header>
      {props.near ? <p className="vouch-note vouch-not-cited">{props.labels.nearest_note}</p> : null}
      {props.review_note ? <p className="vouch-note">{props.review_note}</p> : null}
      <div className="vouch-lines">
        {props.lines.slice(0, below).map((line, position) => <Line key={position} line={line} />)}
        {table ? <WholeTable table={table} /> : null}
        {props.lines.slice(below).map((line, position) => <Line key={position + below} line={line} />)}
      </div>
      <footer>
        {props.via.map((credit) => <p key={credit} className="vouch-via"><Quote size={14} aria-hidden="true" /> {credit}</p>)}
        <div className="vouch-row">
          <button type="button" className="vouch-button" onClick={() => bring(top.current.querySelector('mark'), true)}>{props.near ? props.labels.back_to_nearest : props.labels.back_to_words}</button>
          {address ? <a className="vouch-button" href={address} target="_blank" rel="noreferrer noopener"><ExternalLink size={14} aria-hidden="true" /> {props.labels.open_page}</a> : null}
        </div>
      </footer>
    </article>
  )
}
