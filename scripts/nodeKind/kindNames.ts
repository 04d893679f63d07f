/** How a node kind is called: in code, and in both languages on screens. */
export interface KindNames {
  readonly kind: string;
  readonly en: string;
  readonly zh: string;
}

const RESERVED =
  /^(break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|let|static|await|async|of)$/;

/** A kind's own words, or a first guess at them: `goodsCheck` is "Goods check". */
export const kindNames = (kind: string, en?: string, zh?: string): KindNames => {
  if (!/^[a-z][a-zA-Z]{1,30}$/.test(kind) || RESERVED.test(kind))
    throw new Error(`a kind is named by a word like goodsCheck, not ${JSON.stringify(kind)}`);
  const words = kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return { kind, en: en ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`, zh: zh ?? `${kind} 步骤` };
};
