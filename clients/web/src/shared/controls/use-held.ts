/** Whether somebody points at a part of the page or has a control of it in focus: nothing in it may move then. */
import { type FocusEvent, type PointerEvent, useState } from 'react';

export interface Held {
  readonly held: boolean;
  /** For the element that holds the part. */
  readonly holds: {
    onPointerEnter(event: PointerEvent): void;
    onPointerLeave(): void;
    onFocus(): void;
    onBlur(event: FocusEvent): void;
  };
}

export function useHeld(): Held {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  return {
    held: pointer || focus,
    holds: {
      onPointerEnter: ({ pointerType }) => setPointer(pointerType === 'mouse'),
      onPointerLeave: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: ({ currentTarget, relatedTarget }) => setFocus(currentTarget.contains(relatedTarget)),
    },
  };
}
