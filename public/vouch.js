// What the framework leaves undone for readers of other languages: the page's own language, and the words of the header's link.
const tongue = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en'
document.documentElement.lang = tongue
if (tongue === 'es') {
  new MutationObserver(() => {
    for (const link of document.querySelectorAll('a[href="/library"]')) {
      for (const node of link.childNodes) if (node.textContent === 'Library') node.textContent = 'Biblioteca'
    }
  }).observe(document.body, { childList: true, subtree: true })
}
