<?php
// Roundcube's own scripts, styles and pictures may be kept by the browser, as the servers of real installations let it:
// PHP's own server says nothing of it, and each page would fetch and compile all of them anew.
$types = [
    'js' => 'text/javascript',
    'css' => 'text/css',
    'svg' => 'image/svg+xml',
    'png' => 'image/png',
    'gif' => 'image/gif',
    'woff' => 'font/woff',
    'woff2' => 'font/woff2',
];
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$type = $types[pathinfo($path, PATHINFO_EXTENSION)] ?? null;
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if ($type === null || str_contains($path, '..') || !is_file($file)) {
    return false;
}
header("Content-Type: $type");
header('Cache-Control: max-age=3600');
readfile($file);
