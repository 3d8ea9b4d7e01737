/** A chart of ECharts in a place of the page: as large as the place, in the colours of now, given up with it. */
import { init, type ECharts } from 'echarts/core';
import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import { appearance } from '../theme/appearance.ts';
import { type Palette, palettes } from '../theme/palette.ts';

type Options = Parameters<ECharts['setOption']>[0];

/** @param optionsOf what the chart shows; the same function until that is something else */
export function useChart(optionsOf: (palette: Palette) => Options): RefObject<HTMLDivElement | null> {
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
  useEffect(() => chart.current?.setOption(optionsOf(palette)), [optionsOf, palette]);
  return place;
}
