/**
 * Iterates over the same items, and reads the next one while the caller works on this one. A caller that stops early has
 * read one item too many.
 */
export async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let upcoming = begun(items.next());
  try {
    for (;;) {
      const { done, value } = await upcoming;
      if (done) return;
      upcoming = begun(items.next());
      yield value;
    }
  } finally {
    // It ends after the item that is being read. The caller does not wait for that.
    void begun(items.return(undefined));
  }
}

/** A failure is thrown where the promise is awaited, if it is. */
function begun<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
