/** Where suites keep the workflow bundle: it is named by its content, so all of them and every later run share one. */
export declare const theBundles: () => string;
