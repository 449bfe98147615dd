/**
 * Words that belong to an entity's name, or are one, with everyday nouns that make something else of them: iron is a lab, an
 * iron gate is not. The nouns of the test split stand beside other words in training, so each of them is known from there.
 */
export const LOOK_ALIKES: readonly {
  readonly word: string;
  readonly train: readonly string[];
  readonly test: readonly string[];
}[] = [
  { word: 'iron', train: ['gate', 'fence', 'pan'], test: ['door', 'kettle'] },
  { word: 'copper', train: ['kettle', 'pan', 'lamp'], test: ['pot', 'pipe'] },
  { word: 'lead', train: ['pipe', 'roof'], test: ['box', 'bucket'] },
  { word: 'zinc', train: ['bucket', 'door'], test: ['roof', 'tray'] },
  { word: 'salt', train: ['pot', 'box'], test: ['bowl', 'bag'] },
  { word: 'sugar', train: ['bowl', 'bag'], test: ['pot', 'box'] },
  { word: 'protein', train: ['bar', 'soup'], test: ['pie', 'bowl'] },
  { word: 'culture', train: ['club', 'show'], test: ['shop', 'party'] },
  { word: 'stroke', train: ['play', 'card'], test: ['game', 'club'] },
  { word: 'rash', train: ['plan', 'game'], test: ['play', 'show'] },
  { word: 'corn', train: ['field', 'bag', 'soup'], test: ['pie', 'farm'] },
  { word: 'thrush', train: ['nest', 'egg'], test: ['field', 'card'] },
  { word: 'fever', train: ['tree', 'song'], test: ['plant', 'play'] },
  { word: 'lithium', train: ['lamp', 'battery'], test: ['clock', 'shop'] },
  { word: 'senna', train: ['plant', 'farm'], test: ['tree', 'field'] },
  { word: 'quinine', train: ['tree', 'bottle'], test: ['plant', 'farm'] },
  { word: 'bypass', train: ['road', 'song'], test: ['gate', 'hotel'] },
  { word: 'dressing', train: ['table', 'bag'], test: ['box', 'lamp'] },
  { word: 'drip', train: ['tray', 'pipe'], test: ['pan', 'bucket'] },
  { word: 'cast', train: ['party', 'play'], test: ['show', 'song'] },
  { word: 'filling', train: ['station', 'shop'], test: ['pipe', 'tray'] },
  { word: 'bridge', train: ['club', 'card', 'table'], test: ['game', 'party'] },
  { word: 'crown', train: ['hotel', 'coin'], test: ['road', 'club'] },
  { word: 'plaster', train: ['wall', 'egg'], test: ['roof', 'bowl'] },
  { word: 'kidney', train: ['pie', 'bowl'], test: ['soup', 'table'] },
  { word: 'liver', train: ['pie', 'shop'], test: ['soup', 'bar'] },
  { word: 'heart', train: ['card', 'coin'], test: ['lamp', 'song'] },
  { word: 'stone', train: ['wall', 'pot'], test: ['fence', 'table'] },
  { word: 'bone', train: ['box', 'tray'], test: ['bowl', 'coin'] },
  { word: 'water', train: ['bottle', 'clock'], test: ['battery', 'road'] },
  { word: 'blood', train: ['hotel', 'show'], test: ['tree', 'egg'] },
  { word: 'back', train: ['door', 'road'], test: ['wall', 'gate'] },
];
