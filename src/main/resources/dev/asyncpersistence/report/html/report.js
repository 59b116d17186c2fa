'use strict';

// Draws the charts and makes tables sortable. All that is drawn is in the tables and lists, too: without scripts nothing is lost.
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const charts = [];
  const FONT = getComputedStyle(document.documentElement).fontFamily;
  // What a page of paper leaves between its margins, in pixels.
  const PAPER = 680;

  // Colours are names of the style sheet's: the charts follow the theme, and the printer, without being drawn again.
  const TREATMENTS = [
    { key: 'done', name: 'Done', color: 'var(--done)', text: 'var(--on-done)' },
    { key: 'awaited', name: 'Await', color: 'var(--await)', text: 'var(--on-await)' },
    { key: 'threaded', name: 'Thread', color: 'var(--thread)', text: 'var(--on-thread)' },
    { key: 'left', name: 'Left', color: 'var(--left)', text: 'var(--on-left)' },
  ];
  const BANDS = {
    AWAIT: { name: 'Await', color: 'var(--await)' },
    THREAD: { name: 'Thread', color: 'var(--thread)' },
    LEFT: { name: 'Left', color: 'var(--left)' },
  };
  const TEXT = { color: 'var(--text)', fontFamily: FONT, fontSize: 13 };

  const count = (number, noun) => number + ' ' + noun + (number === 1 ? '' : 's');

  // Elements, not markup: names from the project's sources stay text.
  function tip(title, ...lines) {
    const element = document.createElement('div');
    element.className = 'tip';
    const head = document.createElement('b');
    head.textContent = title;
    element.append(head);
    for (const line of lines.filter(Boolean)) {
      const row = document.createElement('div');
      row.textContent = line;
      element.append(row);
    }
    return element;
  }

  const tooltip = (formatter) => ({
    confine: true,
    formatter,
    backgroundColor: 'var(--card)',
    borderColor: 'var(--line)',
    textStyle: { color: 'var(--text)', fontFamily: FONT },
    extraCssText: 'box-shadow: 0 2px 10px rgb(0 0 0 / .25)',
  });

  function draw(id, height, option) {
    const element = document.getElementById(id);
    element.style.height = height + 'px';
    const chart = echarts.init(element, null, { renderer: 'svg' });
    chart.setOption({ animation: false, ...option });
    charts.push(chart);
    return chart;
  }

  function fit(size) {
    for (const chart of charts) {
      chart.resize(size);
      chart.adapt?.();
      // The printer doesn't wait for the next frame.
      chart.getZr().flush();
    }
  }

  function drawBars(id, bars) {
    const shown = TREATMENTS.filter(({ key }) => bars.some((bar) => bar[key] > 0));
    if (!document.getElementById(id) || shown.length === 0) {
      return;
    }
    draw(id, 34 * bars.length + 70, {
      grid: { left: 4, right: 24, top: 34, bottom: 4, containLabel: true },
      legend: { left: 0, top: 0, itemWidth: 14, selectedMode: false, textStyle: TEXT },
      tooltip: tooltip(({ dataIndex }) => {
        const bar = bars[dataIndex];
        return tip(bar.label + ': ' + bar.title, ...shown.map(({ key, name }) => name + ': ' + count(bar[key], 'call')));
      }),
      xAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { ...TEXT, color: 'var(--quiet)' },
        splitLine: { lineStyle: { color: 'var(--line)' } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map((bar) => bar.label),
        axisLabel: TEXT,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: 'var(--line)' } },
      },
      series: shown.map(({ key, name, color, text }) => ({
        type: 'bar',
        stack: 'calls',
        name,
        barWidth: 20,
        data: bars.map((bar) => bar[key]),
        itemStyle: { color },
        emphasis: { disabled: true },
        label: { show: true, ...TEXT, color: text, fontWeight: 600, formatter: ({ value }) => value || '' },
        labelLayout: { hideOverlap: true },
      })),
    });
  }

  // --- call chains

  const LABEL = 130;
  const GAP = 28;
  const THINNEST = 8;

  function drawFlow({ columns, nodes, links }) {
    if (!document.getElementById('flow-chart') || nodes.length === 0) {
      return;
    }
    const byId = new Map(nodes.map((node) => [node.id, node]));
    // So high that the label of the thinnest box, of two lines, has room.
    const height = columns.map((_, column) => {
      const boxes = nodes.filter((node) => node.column === column);
      return GAP * boxes.length + THINNEST * boxes.reduce((sum, node) => sum + node.calls, 0);
    });
    const chart = draw('flow-chart', Math.max(...height) + 32, {
      tooltip: tooltip(({ dataType, data: item }) =>
        dataType === 'edge'
          ? tip(byId.get(item.source).label + ' → ' + byId.get(item.target).label, BANDS[item.treatment].name + ': ' + count(item.value, 'call'))
          : tip(byId.get(item.name).title, byId.get(item.name).place, count(byId.get(item.name).calls, 'call'))),
      series: {
        type: 'sankey',
        left: 2,
        right: LABEL,
        top: 16,
        bottom: 16,
        nodeWidth: 10,
        nodeGap: GAP,
        layoutIterations: 64,
        draggable: false,
        emphasis: { disabled: true },
        label: {
          ...TEXT,
          overflow: 'truncate',
          // A rim keeps the text readable where a band lies behind it.
          textBorderColor: 'var(--card)',
          textBorderWidth: 3,
          lineHeight: 16,
          rich: { within: { color: 'var(--quiet)', fontFamily: FONT, fontSize: 11 } },
          formatter: ({ name }) => [byId.get(name).label, byId.get(name).within && '{within|' + byId.get(name).within + '}'].filter(Boolean).join('\n'),
        },
        data: nodes.map(({ id, column }) => ({ name: id, depth: column, itemStyle: { color: 'var(--node)', borderWidth: 0 } })),
        links: links.map(({ source, target, treatment, calls }) => ({
          source,
          target,
          treatment,
          value: calls,
          lineStyle: { color: BANDS[treatment].color, opacity: 0.5, curveness: 0.5 },
        })),
      },
    });
    // Up to the next column.
    chart.adapt = () => chart.setOption({ series: { label: { width: (chart.getWidth() - LABEL) / (columns.length - 1) - 16 } } });
    chart.adapt();
    const headings = document.getElementById('flow-columns');
    columns.forEach((title, column) => {
      const heading = document.createElement('span');
      heading.textContent = title;
      heading.style.left = 'calc((100% - ' + (LABEL + 12) + 'px) * ' + column / (columns.length - 1) + ' + 2px)';
      headings.append(heading);
    });
  }

  // --- tables

  const PRIORITIES = ['HIGH', 'MEDIUM', 'LOW'];

  function sortBy(table, column, ascending) {
    const key = (row) => {
      const text = row.cells[column].textContent.trim();
      const priority = PRIORITIES.indexOf(text);
      return priority >= 0 ? priority : Number.isNaN(Number(text)) ? text : Number(text);
    };
    const order = (a, b) => (typeof a === 'number' ? a - b : a.localeCompare(b));
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => (ascending ? 1 : -1) * order(key(a), key(b)));
    table.tBodies[0].append(...rows);
  }

  function makeSortable(table) {
    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = heading.textContent;
      heading.replaceChildren(button);
      button.addEventListener('click', () => {
        // Numbers are looked at from the top, names from the beginning.
        const first = heading.classList.contains('number') ? 'descending' : 'ascending';
        const other = first === 'ascending' ? 'descending' : 'ascending';
        const next = heading.getAttribute('aria-sort') === first ? other : first;
        headings.forEach((each) => each.removeAttribute('aria-sort'));
        heading.setAttribute('aria-sort', next);
        sortBy(table, column, next === 'ascending');
      });
    });
  }

  document.documentElement.classList.add('scripted');
  drawBars('phases-chart', data.phases);
  drawBars('priorities-chart', data.priorities);
  drawFlow(data.flow);
  document.querySelectorAll('.sortable').forEach(makeSortable);

  window.addEventListener('resize', () => fit());
  window.addEventListener('beforeprint', () => fit({ width: PAPER }));
  window.addEventListener('afterprint', () => fit({ width: 'auto' }));
})();
