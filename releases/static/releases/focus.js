// What must stay in sight of a picture: chosen by a click in it, beside typing the two numbers.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const picture = document.querySelector(".desk-picture");
  const inputs = ["x", "y"].map((axis) => document.getElementById(`id_focus_${axis}`));
  if (!picture || inputs.includes(null)) return;

  const frame = document.createElement("span");
  const point = document.createElement("span");
  frame.className = "desk-focus";
  picture.replaceWith(frame);
  frame.append(picture, point);

  const show = () => {
    point.style.left = `${inputs[0].value}%`;
    point.style.top = `${inputs[1].value}%`;
  };
  picture.addEventListener("click", (event) => {
    const at = picture.getBoundingClientRect();
    inputs[0].value = Math.round(((event.clientX - at.left) / at.width) * 100);
    inputs[1].value = Math.round(((event.clientY - at.top) / at.height) * 100);
    inputs.forEach((input) => input.dispatchEvent(new Event("change", { bubbles: true })));
    show();
  });
  inputs.forEach((input) => input.addEventListener("input", show));
  show();
});
