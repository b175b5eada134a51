-- Where the places lie and what they are called: the same for every making, in clusters and strewn over one province.
CREATE TEMP TABLE cluster AS
SELECT i, 26.9 + 3.3 * random() AS lon, -8.1 + 3.4 * random() AS lat, 0.02 + 0.2 * power(random(), 2) AS spread
FROM generate_series(1, 80) AS i;

CREATE TEMP TABLE spot AS
SELECT d.i, md5('place ' || d.i)::uuid AS id, (d.i::bigint * 2654435761 % 1073741824)::integer AS number,
    round((CASE WHEN d.alone THEN 26.7 + 3.6 * d.u ELSE c.lon + c.spread * d.g * cos(d.turn) END)::numeric, 5)::float8
        AS lon,
    round((CASE WHEN d.alone THEN -8.3 + 3.8 * d.v ELSE c.lat + c.spread * d.g * sin(d.turn) END)::numeric, 5)::float8
        AS lat,
    (ARRAY['Mine', 'Carrière', 'Puits', 'Colline', 'Chantier'])[1 + d.i % 5] || ' '
        || initcap(s[1 + floor(d.a * 24)::int] || s[1 + floor(d.b * 24)::int] || s[1 + floor(d.c * 24)::int]) AS name,
    (ARRAY['Kabalo', 'Kalemie', 'Kongolo', 'Manono', 'Moba', 'Nyunzu'])[1 + d.pick % 6] AS territoire,
    (ARRAY['MINE_SITE', 'MINE_SITE', 'MINE_SITE', 'MINE_SITE', 'MINE_PIT', 'SELLING_POINT'])[1 + d.i % 6] AS kind,
    (ARRAY['GPS_SITE', 'GPS_SITE', 'GPS_VILLAGE', 'APPROX'])[1 + d.i % 4] AS located
FROM (
    SELECT i, random() < 0.08 AS alone, random() AS u, random() AS v, sqrt(-2 * ln(greatest(random(), 1e-12))) AS g,
        2 * pi() * random() AS turn, random() AS a, random() AS b, random() AS c, 1 + floor(random() * 80)::int AS pick
    FROM generate_series(1, :places) AS i) AS d
JOIN cluster AS c ON c.i = d.pick
CROSS JOIN (SELECT ARRAY['ka', 'lu', 'mi', 'ndo', 'sha', 'bwe', 'ki', 'mo', 'nga', 'te', 'lo', 'mba', 'zu', 'ri', 'so',
    'nya', 'fu', 'pe', 'wa', 'ju', 'to', 'ha', 'ge', 'vi'] AS s) AS syllable
ORDER BY d.i;
CREATE UNIQUE INDEX ON spot (i);
ANALYZE spot;

-- Ten visits a place, each by a pseudo-random draw of its own that is the same every time.
CREATE TEMP TABLE visit AS
SELECT md5('visit ' || p.i || '.' || k)::uuid AS id, p.i, p.id AS place_id, p.name, k,
    1 + (h & 1023) % 40 AS source, date '2009-01-01' + (h >> 10 & 8191) % 6100 AS seen_on,
    (ARRAY['ABSENT', 'ABSENT', 'ABSENT', 'ABSENT', 'ABSENT', 'ABSENT', 'PRESENT_NO_INT', 'PRESENT_INT', 'PRESENT_INT',
        'PRESENT_NO_DATA', 'NO_DATA'])[1 + (h >> 3 & 65535) % 11] AS presence,
    (ARRAY['ACTIVE', 'ACTIVE', 'ACTIVE', 'SEASONAL', 'ABANDONED', 'UNKNOWN'])[1 + (h >> 7 & 65535) % 6] AS activity,
    CASE WHEN h % 9 > 0 THEN 5 + (h >> 5 & 4095) % 400 END AS workers, h
FROM spot AS p CROSS JOIN generate_series(0, 9) AS k
CROSS JOIN LATERAL (SELECT hashint4(p.i * 10 + k) & 2147483647 AS h) AS draw;
CREATE UNIQUE INDEX ON visit (id);
ANALYZE visit;

CREATE TEMP TABLE deed AS
SELECT md5('deed ' || i || '.' || k)::uuid AS id, place_id, name, source, seen_on, 1 + h % 30 AS actor,
    CASE WHEN h % 2 = 0 THEN ARRAY['TAX_MINERAL'] ELSE ARRAY['DIGGING', 'BUYING'] END AS modes
FROM visit WHERE presence LIKE 'PRESENT%' AND k % 3 = 0;
