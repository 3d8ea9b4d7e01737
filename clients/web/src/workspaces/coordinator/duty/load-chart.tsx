/** Load per specialty as bars: what waits and what is under way, beside how many experts are there. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useChart } from '../../../shared/charts/use-chart.ts';
import { fontFamily } from '../../../shared/theme/antd-theme.ts';
import type { Palette } from '../../../shared/theme/palette.ts';
import type { Load } from './load-per-specialty.ts';

register([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

export function LoadChart({ loads }: { loads: readonly Load[] }) {
  const { t } = useTranslation('coordinator');
  const names = useMemo(() => [t('duty.waiting'), t('duty.underWay'), t('duty.online')] as const, [t]);
  const place = useChart(useCallback((palette: Palette) => optionsOf(loads, names, palette), [loads, names]));
  return <div ref={place} aria-hidden style={{ height: 56 + loads.length * 40 }} />;
}

function optionsOf(loads: readonly Load[], names: readonly [string, string, string], { hues, quiet, text }: Palette) {
  const [waiting, underWay, online] = names;
  const bar = { type: 'bar', stack: 'requests', barMaxWidth: 16 };
  return {
    animation: false,
    textStyle: { fontFamily },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: quiet }, data: [waiting, underWay] },
    grid: { top: 32, bottom: 0, left: 0, right: 72, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      // Experts are few where requests are many: on one scale with them nobody would see them.
      data: loads.map((load) => `${load.specialty}\n${online} ${load.online}`),
      axisLabel: { color: text, width: 96, lineHeight: 16, overflow: 'truncate' },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    // Outlines as well as hues, so that the bars differ without colour.
    series: [
      { ...bar, name: waiting, itemStyle: filled(hues.attention), data: loads.map((load) => load.waiting || '-') },
      { ...bar, name: underWay, itemStyle: filled(hues.info), data: loads.map((load) => load.underWay || '-') },
      { ...bar, data: loads.map(() => 0), label: sums(loads, text) },
    ],
  };
}

/** Behind each bar, where no bar is too short for it. */
function sums(loads: readonly Load[], color: string) {
  const formatter = ({ dataIndex }: { dataIndex: number }) => {
    const { waiting = 0, underWay = 0 } = loads[dataIndex] ?? {};
    return `${waiting} + ${underWay}`;
  };
  return { show: true, position: 'right', color, fontFamily, formatter };
}

function filled({ fill, text }: { fill: string; text: string }) {
  return { color: fill, borderColor: text, borderWidth: 1 };
}
