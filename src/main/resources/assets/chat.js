// What HTML and htmx leave open: Enter sends, a sent question leaves its box, the new reply comes into view.
(() => {
    const composer = document.querySelector(".composer");
    const talk = document.getElementById("talk");
    if (!composer || !talk) return;
    const box = composer.elements.namedItem("text");
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const keyboard = matchMedia("(hover: hover) and (pointer: fine)");
    let sent = null;

    // Enter also ends a kana conversion. Safari reports that one as key code 229 only.
    box.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
        event.preventDefault();
        composer.requestSubmit();
    });

    document.body.addEventListener("htmx:beforeRequest", (event) => {
        sent = event.target === composer ? box.value : null;
        talk.querySelectorAll(":scope > .notice").forEach((notice) => notice.remove());
    });

    document.body.addEventListener("htmx:afterRequest", (event) => {
        if (event.detail.successful) {
            // Whoever has typed on in the meantime keeps the words.
            if (sent !== null && box.value === sent) box.value = "";
        } else if (!talk.querySelector(":scope > .notice")) {
            talk.append(document.getElementById("unreachable").content.cloneNode(true));
        }
        show(talk.lastElementChild);
    });

    // A long reply is read from its question on, not from its end.
    function show(latest) {
        if (!latest) return;
        latest.scrollIntoView({ behavior: calm.matches ? "auto" : "smooth", block: "start" });
        // On a phone focus in the box would raise the keyboard over the reply.
        if (keyboard.matches) box.focus({ preventScroll: true });
        else if (latest.matches(".turn")) latest.focus({ preventScroll: true });
    }

})();
