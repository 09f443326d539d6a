/** Names people know the kinds by; any other is named by the end of its type. */
const FORMATS: Readonly<Record<string, string>> = {
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
  'audio/x-m4a': 'M4A',
  'audio/aac': 'AAC',
  'audio/amr': 'AMR',
  'audio/ogg': 'OGG',
  'audio/ogg; codecs=opus': 'Opus',
  'audio/opus': 'Opus',
  'audio/wav': 'WAV',
  'audio/x-flac': 'FLAC',
  'audio/flac': 'FLAC',
  'video/mp4': 'MP4',
  'video/3gpp': '3GP',
  'video/3gpp2': '3G2',
  'video/quicktime': 'MOV',
  'video/webm': 'WebM',
  'video/matroska': 'MKV'
}

/** Sound or film: what a page cannot show and a reader has to play. */
export function isRecording(mediaType: string): boolean {
  return /^(?:audio|video)\//.test(mediaType)
}

/** `MP3`, `M4A`: how its makers call the kind of a recording. */
export function recordingFormat(mediaType: string): string {
  const [bare = ''] = mediaType.split(';')
  return FORMATS[mediaType] ?? FORMATS[bare] ?? bare.replace(/^\w+\/(?:x-)?/, '').toUpperCase()
}

/** A length as a player shows it, the same in every language: `6:12`, `1:02:09`. */
export function clockLength(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = String(seconds % 60).padStart(2, '0')
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`
}
