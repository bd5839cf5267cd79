/** What an audio worklet finds (Web Audio API, AudioWorkletGlobalScope), as far as ours uses it. */
declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new (options: any) => AudioWorkletProcessor): void;
