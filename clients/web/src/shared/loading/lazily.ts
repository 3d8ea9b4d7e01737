/** A part of a page that is fetched when it is first shown. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { persistently } from './persistently.ts';

export function lazily<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await persistently(load) }));
}
