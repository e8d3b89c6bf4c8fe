/// The rules of FCPXML that its document type cannot see, and the order of children, which it can.
enum FinalCutJudge {
    static let script = #"""
        import json, re
        from fractions import Fraction
        from urllib.parse import unquote
        from lxml import etree

        errors = []
        document = etree.parse('log.fcpxml')
        root = document.getroot()
        if document.docinfo.doctype != '<!DOCTYPE fcpxml>' or root.get('version') != '1.10':
            errors.append('opening')

        def time(text):
            match = re.fullmatch(r'(\d+)(?:/(\d+))?s', text or '')
            if not match or int(match[1]) >= 2**63 or int(match[2] or 1) >= 2**31:
                errors.append('time %s' % text)
                return Fraction(0)
            return Fraction(int(match[1]), int(match[2] or 1))

        named = [e for e in root.iter() if e.get('id')]
        ids = {e.get('id'): e for e in named}
        if len(ids) != len(named):
            errors.append('ids')
        speeds = {'2398': Fraction(1001, 24000), '24': Fraction(1, 24), '25': Fraction(1, 25),
                  '2997': Fraction(1001, 30000), '30': Fraction(1, 30), '50': Fraction(1, 50),
                  '5994': Fraction(1001, 60000), '60': Fraction(1, 60)}
        sizes = {'720': ('1280', '720'), '1080': ('1920', '1080')}
        for format in root.iter('format'):
            match = re.fullmatch(r'FFVideoFormat(?:(\d+)x)?(\d+)p(\d+)', format.get('name') or '')
            if match:
                size = (match[1], match[2]) if match[1] else sizes.get(match[2])
                if time(format.get('frameDuration')) != speeds[match[3]]:
                    errors.append('name of a format at another rate')
                if size != (format.get('width'), format.get('height')):
                    errors.append('name of a format of another size')

        orders = {
            'asset-clip': ['note', 'asset-clip', 'keyword rating', 'audio-channel-source', 'metadata'],
            'sync-clip': ['note', 'spine asset-clip', 'keyword rating', 'sync-source', 'metadata'],
            'spine': ['gap asset-clip'], 'gap': ['asset-clip'], 'asset': ['media-rep', 'metadata'],
            'event': ['asset-clip sync-clip'], 'sync-source': ['audio-role-source'], 'metadata': ['md'],
        }
        for element in root.iter(*orders):
            places = [next((n for n, names in enumerate(orders[element.tag]) if child.tag in names.split()), -1)
                      for child in element]
            if -1 in places or places != sorted(places):
                errors.append('children of %s' % element.tag)

        def frame(clip):
            format = ids.get(clip.get('format'))
            if format is None or format.tag != 'format':
                errors.append('format of %s' % clip.get('name'))
                return None
            return time(format.get('frameDuration')) if format.get('frameDuration') else None

        for clip in root.iter('asset-clip', 'sync-clip', 'gap', 'keyword', 'rating'):
            for name in ('start', 'duration', 'offset', 'tcStart'):
                if clip.get(name):
                    time(clip.get(name))
        for clip in root.iter('asset-clip'):
            asset = ids.get(clip.get('ref'))
            if asset is None or asset.tag != 'asset':
                errors.append('asset of %s' % clip.get('name'))
                continue
            start, length = time(clip.get('start')), time(clip.get('duration'))
            first, whole = time(asset.get('start')), time(asset.get('duration'))
            if start < first or start + length > first + whole or length == 0:
                errors.append('%s outside of its file' % clip.get('name'))
            grid = frame(clip)
            if asset.get('hasVideo') and (grid is None or start % grid or length % grid):
                errors.append('%s beside its frames' % clip.get('name'))
        for sync in root.iter('sync-clip'):
            grid, start, length = frame(sync), time(sync.get('start')), time(sync.get('duration'))
            spine = sync.find('spine')
            items = list(spine) if spine is not None else [sync.find('asset-clip')]
            at = start
            for item in items:
                if time(item.get('offset')) != at:
                    errors.append('hole in %s' % sync.get('name'))
                at += time(item.get('duration'))
                local = time(item.get('start'))
                for sound in item:
                    if sound.tag != 'asset-clip':
                        continue
                    begin = time(sound.get('offset')) - local + time(item.get('offset'))
                    if begin % grid or begin < start or begin + time(sound.get('duration')) > start + length:
                        errors.append('sound outside of %s' % sync.get('name'))
            if at != start + length or start % grid or length % grid:
                errors.append('length of %s' % sync.get('name'))

        def md(clip, key):
            found = [m.get('value') for m in clip.findall('metadata/md') if m.get('key') == 'com.apple.proapps.studio.' + key]
            return found[0] if found else ''

        clips = []
        for clip in root.findall('library/event/asset-clip'):
            asset = ids.get(clip.get('ref'))
            if asset is None or asset.tag != 'asset' or not asset.get('hasVideo'):
                continue
            clips.append({
                'name': clip.get('name'), 'start': str(time(clip.get('start'))), 'length': str(time(clip.get('duration'))),
                'reel': md(clip, 'reel'), 'scene': md(clip, 'scene'), 'take': md(clip, 'shot'),
                'path': unquote(asset.find('media-rep').get('src'))[len('file://'):]})
        print(json.dumps({'errors': errors, 'clips': clips}))
        """#
}

/// OpenTimelineIO on the stringouts, lxml on the bins.
enum PremiereJudge {
    static let script = #"""
        import json
        from fractions import Fraction
        from urllib.parse import unquote
        from lxml import etree
        import opentimelineio as otio

        errors = []
        root = etree.parse('log.xml').getroot()
        if root.get('version') != '5':
            errors.append('version')
        for kind in ('clip', 'clipitem', 'sequence'):
            ids = [e.get('id') for e in root.iter(kind)]
            if len(ids) != len(set(ids)):
                errors.append('ids of ' + kind)
        files = {}
        for file in root.iter('file'):
            if len(file):
                text = etree.tostring(file, method='c14n', with_tail=False).replace(b' ', b'').replace(b'\n', b'')
                if files.setdefault(file.get('id'), text) != text:
                    errors.append('two files are called ' + file.get('id'))
            elif file.get('id') not in files:
                errors.append('a file before it is described')
        items = {e.get('id') for e in root.iter('clipitem')}
        for link in root.iter('linkclipref'):
            if link.text not in items:
                errors.append('link to nothing')
        for item in root.iter('clipitem'):
            start, end, first, last = (int(item.findtext(n)) for n in ('start', 'end', 'in', 'out'))
            if (first, last) != (-1, -1) and (last - first != end - start or last > int(item.findtext('duration'))):
                errors.append('points of ' + item.get('id'))

        masters = {}
        for clip in root.iter('clip'):
            if clip.getparent().getparent().tag != 'bin' or clip.findtext('ismasterclip') != 'TRUE':
                errors.append('clip outside of a bin')
            masters[clip.get('id')] = clip

        def rate(element):
            base = int(element.findtext('rate/timebase'))
            return Fraction(base * 1000, 1001) if element.findtext('rate/ntsc') == 'TRUE' else Fraction(base)

        read = otio.adapters.read_from_file('log.xml', 'fcp_xml')
        timelines = [read] if isinstance(read, otio.schema.Timeline) else list(read)
        clips = []
        for timeline in timelines:
            for clip in timeline.video_tracks()[0].find_clips():
                media = clip.media_reference
                master = masters[clip.metadata['fcp_xml']['masterclipid']]
                exact = rate(master)
                available = media.available_range
                timecode = media.metadata.get('fcp_xml', {}).get('timecode', {})
                if clip.source_range.duration.value != available.duration.value:
                    errors.append('use of ' + clip.name)
                clips.append({
                    'name': clip.name, 'start': str(Fraction(int(available.start_time.value)) / exact),
                    'length': str(Fraction(int(available.duration.value)) / exact),
                    'reel': (timecode.get('reel') or {}).get('name', ''),
                    'scene': master.findtext('logginginfo/scene'), 'take': master.findtext('logginginfo/shottake'),
                    'path': unquote(media.target_url)[len('file://localhost'):]})
        print(json.dumps({'errors': errors, 'clips': clips}))
        """#
}
