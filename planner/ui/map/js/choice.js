// Carries what is chosen on the page to the map of that name, whichever of the two is drawn first.

export default function (component) {
  const { data } = component;
  globalThis.plannerMapChoice = { ...globalThis.plannerMapChoice, [data.name]: data.choice };
  document.dispatchEvent(new CustomEvent("planner-map-choice"));
}
