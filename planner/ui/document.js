// Tell the document its language, and put what Streamlit's own widgets say into it.

const WIDGETS = [
  "[data-testid=stFileUploader]",
  "[data-testid=stElementToolbar]",
  "[data-testid=stDataFrameColumnMenu]",
  "[data-testid=stTooltipContent]",
  "[role=tooltip]",
  "[role=menu]",
  "[role=listbox]",
].join(",");
const NAMED = "button[aria-label], input[aria-label], input[placeholder]";

// One phrase in every language, its {what} being whatever stands there.
function reader(phrase) {
  const [before, after] = phrase.split("{what}").map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(after === undefined ? `^${before}$` : `^${before}(.+)${after}$`);
}

function translator(phrases, language) {
  const readers = phrases.flatMap((phrase) =>
    Object.entries(phrase)
      .filter(([written]) => written !== language && phrase[written] !== phrase[language])
      .map(([, text]) => [reader(text), phrase[language]]),
  );
  return (text) => {
    for (const [pattern, wanted] of readers) {
      const found = pattern.exec(text);
      if (found) return wanted.replace("{what}", () => found[1]);
    }
    return null;
  };
}

function exchange(translate) {
  for (const widget of document.querySelectorAll(WIDGETS)) {
    const walker = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = translate(walker.currentNode.nodeValue);
      if (text !== null) walker.currentNode.nodeValue = text;
    }
  }
  for (const node of document.querySelectorAll(NAMED)) {
    for (const name of ["aria-label", "placeholder"]) {
      const text = node.hasAttribute(name) ? translate(node.getAttribute(name)) : null;
      if (text !== null) node.setAttribute(name, text);
    }
  }
}

export default function ({ data }) {
  document.documentElement.lang = data.language;
  if (data.keep) document.cookie = `${data.keep}=${data.language}; path=/; max-age=31536000; samesite=lax`;
  const translate = translator(data.phrases, data.language);
  let waiting = 0;
  const soon = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      exchange(translate);
    });
  };
  const observer = new MutationObserver(soon);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["aria-label", "placeholder"],
  });
  soon();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(waiting);
  };
}
