// Line charts of plan against actual, drawn by the chart library, which is fetched only where there is a chart.
(() => {
  "use strict";

  let library = null;

  function prepare(root) {
    for (const figure of root.querySelectorAll("[data-chart]")) {
      if (figure.dataset.ready) continue;
      figure.dataset.ready = "1";
      figure.querySelector("[data-chart-table]").addEventListener("click", () => turn(figure));
      figure.addEventListener("keydown", (event) => {
        if (event.key === "t" && !event.ctrlKey && !event.metaKey) turn(figure);
      });
      fetchLibrary(figure.dataset.library).then(() => draw(figure), () => figure.classList.add("broken"));
    }
  }

  function fetchLibrary(address) {
    library ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    return library;
  }

  function turn(figure) {
    const asTable = figure.classList.toggle("as-table");
    figure.querySelector("[data-chart-table]").setAttribute("aria-pressed", String(asTable));
  }

  function draw(figure) {
    const data = JSON.parse(document.getElementById(figure.dataset.chart).textContent);
    const chart = echarts.init(figure.querySelector(".chart-drawing"));
    chart.setOption(option(data, colours(figure)));
    new ResizeObserver(() => chart.resize()).observe(figure);
  }

  function colours(figure) {
    const style = getComputedStyle(figure);
    const named = (name) => style.getPropertyValue(name).trim();
    return { ink: named("--ink"), grey: named("--grey"), line: named("--line"), paper: named("--paper"), accent: named("--accent"), face: style.fontFamily };
  }

  const numbers = (values) => values.map((value) => (value === null ? null : Number(value)));

  function option(data, colour) {
    const text = { fontFamily: colour.face, fontSize: 12, color: colour.grey };
    return {
      animation: false,
      textStyle: { fontFamily: colour.face },
      grid: { left: 8, right: 64, top: 16, bottom: 4, containLabel: true },
      tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: colour.paper, borderColor: colour.line, textStyle: { ...text, color: colour.ink }, valueFormatter: (value) => written(value, data) },
      xAxis: { type: "category", data: data.labels, boundaryGap: false, axisTick: { show: false }, axisLine: { lineStyle: { color: colour.line } }, axisLabel: text },
      yAxis: { type: "value", axisLabel: text, splitLine: { lineStyle: { color: colour.line } } },
      series: [...band(data, colour), ...earlier(data, colour), line(spoken("计划"), numbers(data.plan), "dashed", colour.grey, colour), actual(data, colour)],
    };
  }

  function written(value, data) {
    if (value === null || value === undefined) return "–";
    return value.toLocaleString("en-US", { minimumFractionDigits: data.places, maximumFractionDigits: data.places });
  }

  function line(name, values, type, shade, colour) {
    return {
      name, type: "line", data: values, symbol: "none", connectNulls: false, color: shade,
      lineStyle: { type, width: type === "solid" ? 2 : 1.5, color: shade },
      endLabel: { show: true, formatter: name, color: shade, fontFamily: colour.face, fontSize: 12, distance: 6 },
      labelLayout: { moveOverlap: "shiftY" },
    };
  }

  function actual(data, colour) {
    const series = line(spoken("实际"), numbers(data.actual), "solid", colour.accent, colour);
    const last = data.actual.findLastIndex((value) => value !== null);
    if (last >= 0 && last < data.actual.length - 1) {
      series.endLabel.show = false;
      series.markPoint = {
        symbol: "circle", symbolSize: 6, itemStyle: { color: colour.accent },
        label: { show: true, position: "left", distance: 10, offset: [0, data.low.length ? 14 : -10], backgroundColor: colour.paper, formatter: spoken("实际"), color: colour.accent, fontFamily: colour.face, fontSize: 12 },
        data: [{ coord: [data.labels[last], Number(data.actual[last])] }],
      };
    }
    if (data.today) {
      series.markLine = {
        symbol: "none", silent: true, lineStyle: { color: colour.grey, width: 1, type: "solid" },
        label: { show: false }, data: [{ xAxis: data.today }],
      };
    }
    return series;
  }

  // Plans that were replaced: thin, without a name, because the page says which they were.
  function earlier(data, colour) {
    return (data.earlier || []).map((values, i) => ({
      name: spoken("原计划{0}", i + 1), type: "line", data: numbers(values), symbol: "none", silent: true, connectNulls: false,
      color: colour.grey, lineStyle: { type: "dotted", width: 1, color: colour.grey, opacity: 0.7 }, tooltip: { show: false },
    }));
  }

  function band(data, colour) {
    if (!data.low.length) return [];
    const low = numbers(data.low);
    const height = numbers(data.high).map((value, i) => (value === null || low[i] === null ? null : value - low[i]));
    const hidden = { type: "line", stack: "forecast", symbol: "none", silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } };
    return [
      { ...hidden, name: spoken("预测下限"), data: low },
      {
        ...hidden, name: spoken("预测"), data: height, areaStyle: { color: colour.accent, opacity: 0.12 },
        endLabel: { show: true, formatter: spoken("预测"), color: colour.accent, fontFamily: colour.face, fontSize: 12, distance: 6 },
        labelLayout: { moveOverlap: "shiftY" },
      },
    ];
  }

  document.addEventListener("DOMContentLoaded", () => prepare(document));
  document.addEventListener("htmx:afterSwap", (event) => prepare(event.detail.target));
})();
