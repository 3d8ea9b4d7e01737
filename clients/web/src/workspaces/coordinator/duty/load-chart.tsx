/** Load per specialty as bars: what waits, what is under way, and how many experts are there. */
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { appearance } from '../../../shared/theme/appearance.ts';
import { fontFamily } from '../../../shared/theme/antd-theme.ts';
import { type Palette, palettes } from '../../../shared/theme/palette.ts';
import type { Load } from './load-per-specialty.ts';

register([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

export function LoadChart({ loads }: { loads: readonly Load[] }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const { t } = useTranslation('coordinator');
  const palette = palettes[useSyncExternalStore(appearance.subscribe, appearance.shade)];
  const names = useMemo(() => [t('duty.waiting'), t('duty.underWay'), t('duty.online')] as const, [t]);
  useEffect(() => {
    const { current } = place;
    if (!current) return undefined;
    chart.current = init(current);
    const fit = new ResizeObserver(() => chart.current?.resize());
    fit.observe(current);
    return () => {
      fit.disconnect();
      chart.current?.dispose();
    };
  }, []);
  useEffect(() => chart.current?.setOption(optionsOf(loads, names, palette)), [loads, names, palette]);
  return <div ref={place} aria-hidden style={{ height: 56 + loads.length * 40 }} />;
}

function optionsOf(loads: readonly Load[], names: readonly [string, string, string], { hues, quiet, text }: Palette) {
  const [waiting, underWay, online] = names;
  const count = (value: number) => (value === 0 ? '-' : value);
  const label = { show: true, position: 'inside', color: text, fontFamily };
  const bar = { type: 'bar', barMaxWidth: 14, label };
  return {
    animation: false,
    textStyle: { fontFamily },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: quiet } },
    grid: { top: 32, bottom: 0, left: 0, right: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: loads.map(({ specialty }) => specialty),
      axisLabel: { color: text, width: 96, overflow: 'truncate' },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    // Outlines and patterns of light and dark as well as hues, so that the bars differ without colour.
    series: [
      {
        ...bar,
        name: waiting,
        stack: 'requests',
        itemStyle: filled(hues.attention),
        data: loads.map((load) => count(load.waiting)),
      },
      {
        ...bar,
        name: underWay,
        stack: 'requests',
        itemStyle: filled(hues.info),
        data: loads.map((load) => count(load.underWay)),
      },
      { ...bar, name: online, itemStyle: filled(hues.brand), data: loads.map((load) => count(load.online)) },
    ],
  };
}

function filled({ fill, text }: { fill: string; text: string }) {
  return { color: fill, borderColor: text, borderWidth: 1 };
}
