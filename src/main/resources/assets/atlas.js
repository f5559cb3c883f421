// A place pointed at on the map is sent to be looked up. Without scripts, a shape leads to its area further down.
"use strict";

(() => {
    const form = document.getElementById("pin");
    const map = document.querySelector(".map svg");
    if (!form || !map) return;
    map.addEventListener("click", (event) => {
        // The keyboard follows the link instead.
        if (event.detail === 0) return;
        event.preventDefault();
        const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
        const { west, north, across, scale } = map.dataset;
        form.elements.longitude.value = (Number(west) + point.x / Number(across)).toFixed(6);
        form.elements.latitude.value = (Number(north) - point.y / Number(scale)).toFixed(6);
        form.submit();
    });
})();
