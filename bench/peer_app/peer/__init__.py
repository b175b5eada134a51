"""The Django peer: what a project of Django REST framework and its geographic add-on usually is."""
