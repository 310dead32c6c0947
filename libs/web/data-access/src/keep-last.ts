import { linkedSignal, type Resource, type Signal } from '@angular/core';

/**
 * The last value a resource had for a key (such as the node): a failed reload leaves what is on the screen, a change
 * of the key does not.
 */
export function keepLast<T>(resource: Resource<T | undefined>, key: () => unknown): Signal<T | undefined> {
  return linkedSignal<{ key: unknown; value: T | undefined }, T | undefined>({
    source: () => ({ key: key(), value: resource.hasValue() ? resource.value() : undefined }),
    computation: ({ key: now, value }, previous) =>
      value ?? (previous !== undefined && previous.source.key === now ? previous.value : undefined),
  });
}
