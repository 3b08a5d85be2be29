// Measures in the page itself: from the last press of a key or button to the last change of what is shown.

(() => {
  const QUIET = 250;
  const PATIENCE = 1500;
  let pressed = 0, changed = 0, began = 0, script = 0, runs = 0;

  const app = () => document.querySelector("[data-testid=stApp]");
  const running = () => app()?.dataset.testScriptState !== "notRunning";
  const waiting = () => document.querySelector("[data-testid=stSkeleton], [data-testid=stSpinner], [data-stale=true]");
  // Streamlit shows elsewhere on the page that it is busy, and for a moment after it no longer is.
  const shown = (node) => node.getRootNode() !== document || node.parentElement?.closest("[data-testid=stMain]");

  const observer = new MutationObserver((records) => {
    const now = performance.now();
    for (const { type, target, attributeName } of records) {
      if (attributeName === "data-test-script-state") {
        if (running()) {
          if (!began) { began = now; runs += 1; }
        } else if (began) {
          script += now - began;
          began = 0;
          changed = now;
        }
      } else if (shown(target)) changed = now;
    }
  });
  const look = (root) => observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  look(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    look(root);
    return root;
  };
  for (const kind of ["pointerup", "keydown"]) {
    addEventListener(kind, (event) => { pressed = event.timeStamp; }, { capture: true, passive: true });
  }

  window.benchBegin = () => { pressed = changed = performance.now(); script = runs = 0; };
  window.benchEnd = (runsExpected) => new Promise((resolve) => {
    const check = () => {
      const now = performance.now(), still = now - Math.max(changed, pressed);
      const enough = runs || !runsExpected || still > PATIENCE;
      if (enough && still > QUIET && app() && !running() && !waiting()) {
        resolve({ shown: Math.max(0, changed - pressed), script, runs });
      } else setTimeout(check, 20);
    };
    check();
  });
})();
