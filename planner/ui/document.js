// Tell the document its language, and put what Streamlit's own widgets say into it.

// Where Streamlit speaks itself; everywhere else the words are ours, or people's.
const WIDGETS = [
  "[data-testid=stHeader]",
  "[data-testid=stSidebar]",
  "[data-testid=stStatusWidget]",
  "[data-testid=stToast]",
  "[data-testid=stFileUploader]",
  "[data-testid=stElementToolbar]",
  "[data-testid^=stDataFrameColumn]",
  "[data-testid^=stDataFrameStatistics]",
  "[data-testid=stTooltipContent]",
  "[data-testid=InputInstructions]",
  "[data-live-announcer]",
  ".gdg-search-bar",
  "[role=dialog]",
  "[role=tooltip]",
  "[role=menu]",
  "[role=listbox]",
  "[data-testid=stSkipToContent]",
  "[id^=react-aria-description]",
].join(",");
const ATTRIBUTES = ["aria-label", "aria-valuetext", "placeholder", "title"];
const NAMED = ATTRIBUTES.map((name) => `[${name}]`).join(",");
const HOLE = "{what}";

const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

// Streamlit's date fields speak English days whatever the browser's language is.
const MONTH = /^(\d\d – )([A-Z][a-z]+)$/;
const DAY = /^[A-Z][a-z]+ \d\d, \d{4}$/;

function dated(text, language) {
  const style = DAY.test(text) ? { dateStyle: "long" } : { month: "long" };
  const day = new Date(style.dateStyle ? text : `${text} 1, 2000`);
  return Number.isNaN(day.getTime()) ? text : new Intl.DateTimeFormat(language, style).format(day);
}

// Streamlit writes sizes of files without a space, and with a point whatever the language is. Elsewhere "4B" is a house.
const FILES = "[data-testid=stFileUploader]";
const SIZE = /(^|\s)(\d+)(?:[.,](\d+))?\u00a0?([KMGT]?B)(?=\s|$)/;

function sized(text, language) {
  const point = language === "de" ? "," : ".";
  return text.replace(SIZE, (_, before, whole, part, unit) => `${before}${whole}${part ? point + part : ""}\u00a0${unit}`);
}

// Returns what a text is called in the language, or null where it is no phrase of another one.
function translator(phrases, language) {
  const whole = new Map();
  const holed = [];
  for (const phrase of phrases) {
    for (const [written, text] of Object.entries(phrase)) {
      if (written === language || text === phrase[language]) continue;
      if (text.includes(HOLE)) {
        holed.push([new RegExp(`^${text.split(HOLE).map(quoted).join("(.+)")}$`), phrase[language]]);
      } else if (!whole.has(text)) {
        whole.set(text, phrase[language]);
      }
    }
  }
  const said = (bare) => {
    if (whole.has(bare)) return whole.get(bare);
    for (const [pattern, wanted] of holed) {
      const found = pattern.exec(bare);
      if (found) return wanted.replace(HOLE, () => (DAY.test(found[1]) ? dated(found[1], language) : found[1]));
    }
    const month = MONTH.exec(bare);
    return month ? month[1] + dated(month[2], language) : bare;
  };
  return (text, sizes = false) => {
    const bare = text.trim();
    const wanted = bare && (sizes ? sized(said(bare), language) : said(bare));
    return wanted === bare ? null : wanted;
  };
}

function exchange(translate) {
  for (const widget of document.querySelectorAll(WIDGETS)) {
    const walker = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = translate(walker.currentNode.nodeValue, widget.matches(FILES));
      if (text !== null) walker.currentNode.nodeValue = text;
    }
  }
  for (const node of document.querySelectorAll(NAMED)) {
    for (const name of ATTRIBUTES) {
      const text = node.hasAttribute(name) ? translate(node.getAttribute(name)) : null;
      if (text !== null) node.setAttribute(name, text);
    }
  }
  // Where files are dropped there is a name, which says nothing as long as the place is said to be mere decoration.
  for (const zone of document.querySelectorAll("[data-testid=stFileUploaderDropzone][role=presentation]"))
    zone.setAttribute("role", "group");
}

function isSpoken({ target }) {
  return (target.closest ? target : target.parentElement)?.closest("[data-live-announcer]");
}

// Called anew for every language without an end of the last call: two that translate into two languages never stop.
let stop = () => {};

export default function ({ data }) {
  stop();
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
  // What is read out cannot wait for the next picture.
  const observer = new MutationObserver((changes) => (changes.some(isSpoken) ? exchange(translate) : soon()));
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  soon();
  stop = () => {
    observer.disconnect();
    cancelAnimationFrame(waiting);
  };
  return stop;
}
