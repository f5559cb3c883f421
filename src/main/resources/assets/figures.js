// Draws each table of figures as a chart; without it the tables are there all the same.
(() => {
    if (!window.Chart) return;
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    // Told apart by those who see few colours too; the names stand beside them.
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const colours = dark
        ? ["#6fd3a6", "#f0c75e", "#ef8a7a", "#c3a6f0", "#8a9a94"]
        : ["#0b7a53", "#d99a00", "#b3392c", "#6a4bb0", "#8a9a94"];
    Chart.defaults.color = colour("--ink");
    Chart.defaults.borderColor = colour("--line");
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.animation = false;
    Chart.defaults.maintainAspectRatio = false;

    const cells = (row, kind) => [...row.querySelectorAll(kind)];

    document.querySelectorAll("table[data-chart]").forEach((table) => {
        const kind = table.dataset.chart;
        const names = cells(table.tHead.rows[0], "th").slice(1).map((cell) => cell.textContent);
        const rows = [...table.tBodies[0].rows];
        const box = table.closest(".chart").querySelector(".drawn");
        const whole = { beginAtZero: true, ticks: { precision: 0 } };
        const bars = kind === "bars";
        const stacked = kind === "stack";
        box.hidden = false;
        new Chart(box.querySelector("canvas"), {
            type: "bar",
            data: {
                labels: rows.map((row) => row.querySelector("th").textContent),
                datasets: names.map((name, at) => ({
                    label: name,
                    data: rows.map((row) => Number(cells(row, "td")[at].dataset.number)),
                    backgroundColor: colours[at % colours.length],
                    maxBarThickness: 36,
                })),
            },
            options: {
                indexAxis: bars ? "y" : "x",
                scales: bars ? { x: whole } : { x: { stacked }, y: { ...whole, stacked } },
                plugins: { legend: { display: stacked } },
            },
        });
    });
})();
