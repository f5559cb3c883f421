// What HTML and htmx leave open on staff pages.
(() => {
    // What cannot be undone is asked about first: <button data-confirm="…">.
    document.addEventListener("click", (event) => {
        const asked = event.target.closest("[data-confirm]");
        if (asked && !window.confirm(asked.dataset.confirm)) event.preventDefault();
    });
    // A link to hand on is easily taken whole.
    document.querySelectorAll("input[readonly][data-take]").forEach((box) => {
        box.addEventListener("focus", () => box.select());
    });
})();
