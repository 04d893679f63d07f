/**
 * Waits until `look` answers something that `holds`, and answers that.
 *
 * Generous by default; when time is up the error shows the last state that was seen, or the last error.
 */
export declare const eventually: <State>(look: () => State | Promise<State>, holds?: (state: State) => boolean, { within, every }?: {
    within?: number;
    every?: number;
}) => Promise<State>;
