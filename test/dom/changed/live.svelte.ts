/** A value that a mounted component sees change, as the data of a page that is read anew. */
export class Live<Value> {
  value = $state.raw() as Value;

  constructor(value: Value) {
    this.value = value;
  }
}
