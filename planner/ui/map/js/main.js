// The door to Streamlit. The heavy data come once; what is chosen comes by another, small component (choice.js), so that
// a click does not send the city again.

import { joinViews } from "./joint.js";
import { CityMap } from "./map.js";

const maps = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let entry = maps.get(parentElement);
  if (entry?.map.version !== data.version) {
    // A map about certain places shows those of its data; any other keeps looking where it looked.
    const sameCity = entry && entry.map.data.frame.id === data.frame.id && !data.about;
    entry?.leave?.();
    entry?.map.close();
    const root = parentElement.querySelector(".city-map");
    entry = { map: new CityMap(root, data, sameCity ? entry.map.view : null, globalThis.plannerMapChoice?.[data.name]) };
    maps.set(parentElement, entry);
  }
  const listen = () => {
    const choice = globalThis.plannerMapChoice?.[data.name];
    if (choice) entry.map.choose(choice);
  };
  if (entry.listen) document.removeEventListener("planner-map-choice", entry.listen);
  entry.listen = listen;
  document.addEventListener("planner-map-choice", listen);
  entry.map.pick = (code) => setTriggerValue("picked", { code });
  listen();
  entry.leave?.();
  entry.leave = data.joint ? joinViews(entry.map, data.joint) : null;
  return () => {
    entry.leave?.();
    document.removeEventListener("planner-map-choice", entry.listen);
    entry.map.close();
    maps.delete(parentElement);
  };
}
