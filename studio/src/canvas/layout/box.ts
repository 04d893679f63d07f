export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export const middleOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
export const bottomOf = (box: Box): number => box.y + box.height;
export const rightOf = (box: Box): number => box.x + box.width;
