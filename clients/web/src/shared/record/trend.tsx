/** The whole course of one value: large, with its range as a band, and the numbers for those who do not see it. */
import { LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { appearance } from '../theme/appearance.ts';
import { palettes } from '../theme/palette.ts';
import styles from './results.module.css';
import type { Result } from './results.ts';
import { trendOptions } from './trend-options.ts';
import { TrendTable } from './trend-table.tsx';

register([LineChart, GridComponent, MarkAreaComponent, TooltipComponent, CanvasRenderer]);

export function Trend({ result }: { result: Result }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const palette = palettes[useSyncExternalStore(appearance.subscribe, appearance.shade)];
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
  useEffect(() => chart.current?.setOption(trendOptions(result, palette)), [result, palette]);
  return (
    <figure className={styles['trend']}>
      <div ref={place} aria-hidden className={styles['chart']} />
      <TrendTable result={result} />
    </figure>
  );
}
